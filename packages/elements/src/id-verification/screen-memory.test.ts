import type { DocumentChoice } from '@bonafide/browser-core/identity';
import { expect, it } from 'vitest';
import { ScreenMemory } from './screen-memory.ts';

const ANY: readonly DocumentChoice[] = [
  { documentType: 'passport', sides: ['front'], countries: null },
  { documentType: 'ktp', sides: ['front'], countries: ['IDN'] },
];
const ONE: readonly DocumentChoice[] = [{ documentType: 'ktp', sides: ['front'], countries: ['IDN'] }];

const open = () => {
  const states: ScreenMemory['state'][] = [];
  const memory: ScreenMemory = new ScreenMemory(() => states.push(memory.state));
  return { memory, states };
};

it('takes the only country that a search leaves, and none while there are more', () => {
  const { memory } = open();
  memory.searchFor('indone', ANY, 'en');
  expect(memory.state).toMatchObject({ search: 'indone', choice: { country: 'IDN' } });
  memory.searchFor('in', ANY, 'en');
  expect(memory.state).toMatchObject({ search: 'in', choice: { country: 'IDN' } });
});

it('has a selection once nothing is left to choose', () => {
  const { memory } = open();
  expect(memory.selection(ONE)).toEqual({ documentType: 'ktp', country: 'IDN' });
  expect(memory.selection(ANY)).toBeNull();
  memory.chooseType('ktp');
  expect(memory.selection(ANY)).toEqual({ documentType: 'ktp', country: null });
});

it('lets a type go that the country does not issue', () => {
  const { memory } = open();
  memory.chooseType('ktp');
  memory.chooseCountry('FRA');
  expect(memory.selection(ANY)).toEqual({ documentType: 'passport', country: 'FRA' });
});

it('forgets questions and notes with the phase, uploads with the next sending, and the choice with neither', () => {
  const { memory } = open();
  memory.chooseCountry('IDN');
  memory.confirm('stop');
  memory.copy(true);
  memory.send('FRONT', 0.5);
  memory.send('BACK', 0.1);
  memory.enter('processing');
  expect(memory.state).toMatchObject({ confirming: null, copied: false, sending: { FRONT: 0.5, BACK: 0.1 } });
  memory.enter('submitting');
  expect(memory.state).toMatchObject({ sending: {}, choice: { country: 'IDN' } });
  memory.clear();
  expect(memory.state).toMatchObject({ choice: { country: '' } });
});

it('says every change, after it was made', () => {
  const { memory, states } = open();
  memory.confirm('stop');
  memory.confirm(null);
  expect(states.map(({ confirming }) => confirming)).toEqual(['stop', null]);
});
