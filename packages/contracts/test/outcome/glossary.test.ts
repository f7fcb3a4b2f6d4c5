import { describe, expect, it } from 'vitest';
import {
  knownWords,
  layersOf,
  readWord,
  toOutcomeOfWord,
  type WordLayer,
  type WordSystem,
} from '../../src/outcome/index.ts';
import { KEYLESS_ERRORS, readGlossary } from './glossary.ts';

const rows = readGlossary();
const SYSTEMS: readonly WordSystem[] = ['onekyc', 'assure', 'onfido', 'svipe', 'iproov', 'idnow', 'keyless', 'mosaic'];

/** Layers that the glossary does not have: standards' words, and those of our sandbox. */
const BESIDE = new Set(['svipe oauth-error', 'mosaic session-status']);

/** What the cell says of the end, for one of its words. */
function terminalOf(cell: string, word: string): boolean | null {
  switch (cell) {
    case 'yes':
    case 'yes (sdk)':
      return true;
    case 'no':
    case 'no (fetch result)':
      return false;
    case 'complete only':
      return word === 'complete';
    default:
      return null;
  }
}

describe('the glossary', () => {
  it('is whole', () => expect(rows.length).toBe(197));

  it('names every error code of Keyless', () => {
    const named = rows
      .filter(({ system, layer }) => system === 'keyless' && layer === 'error')
      .flatMap(({ words }) => words);
    expect([...new Set(named)].sort()).toEqual([...KEYLESS_ERRORS].sort());
  });

  it('names every word of the tables', () => {
    const inGlossary = new Set(
      rows.flatMap(({ system, layer, words }) => words.map((word) => `${system} ${layer} ${word}`)),
    );
    const inTables = SYSTEMS.flatMap((system) =>
      layersOf(system)
        .filter((layer) => !BESIDE.has(`${system} ${layer}`))
        .flatMap((layer) => knownWords(system, layer).map((word) => `${system} ${layer} ${word}`)),
    );
    expect(inTables.filter((word) => !inGlossary.has(word))).toEqual([]);
    expect(inTables.length).toBe(inGlossary.size);
  });
});

describe('every row', () => {
  it.each(rows.map((row) => [row.title, row] as const))('%s', (_, row) => {
    const { system, layer, words } = row;
    const readings = words.map((word) => {
      const reading = readWord(system, layer as WordLayer<typeof system>, word);
      if (reading === null) throw new Error(`no reading of ${word}`);
      return { word, reading };
    });
    expect(readings.length).toBeGreaterThan(0);
    for (const [cell, pick] of [
      [row.lifecycle, (reading) => [reading.lifecycle]],
      [row.decision, (reading) => [reading.decision]],
      [row.nextAction, (reading) => reading.nextActions],
      [row.reasons, (reading) => reading.reasons],
    ] as readonly (readonly [
      readonly string[],
      (reading: (typeof readings)[number]['reading']) => readonly (string | null)[],
    ])[]) {
      const said = readings.flatMap(({ reading }) => pick(reading)).filter((value) => value !== null);
      expect(new Set(said)).toEqual(new Set(cell));
    }
    for (const { word, reading } of readings) expect(reading.terminal, word).toBe(terminalOf(row.terminal, word));
  });
});

describe('an outcome of a single word', () => {
  const all = SYSTEMS.flatMap((system) =>
    layersOf(system).flatMap((layer) => knownWords(system, layer).map((word) => [system, layer, word] as const)),
  );

  it.each(all)('%s %s %s', (system, layer, word) => {
    const reading = readWord(system, layer, word);
    const said = toOutcomeOfWord({ system, layer, word, channel: 'api' });
    expect(said.lifecycle).toBe(reading?.lifecycle ?? 'unknown');
    expect(said.decision).toBe(reading?.decision ?? 'unknown');
    expect(Object.values(said.native)).toContain(word);
    const claimed = toOutcomeOfWord({ system, layer, word, channel: 'sdk_event' });
    expect(claimed.authoritative).toBe(false);
    expect(claimed.decision).toBe(reading?.decision === 'accepted' ? 'unknown' : (reading?.decision ?? 'unknown'));
  });

  it.each(SYSTEMS)('of %s that nobody knows is unknown, and asks for help', (system) => {
    for (const layer of layersOf(system)) {
      for (const word of ['', 'constructor', '__proto__', 'ACCEPTED', 'Verified', ' VALID']) {
        const outcome = toOutcomeOfWord({ system, layer, word, channel: 'api' });
        expect([outcome.lifecycle, outcome.decision, outcome.nextAction, outcome.terminal]).toEqual([
          'unknown',
          'unknown',
          'contact_support',
          false,
        ]);
      }
    }
  });
});
