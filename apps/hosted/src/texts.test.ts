import { describe, expect, it } from 'vitest';
import { textsFor } from './texts.ts';

describe('textsFor', () => {
  it.each([
    [['id'], 'id'],
    [['id-ID'], 'id'],
    [['fr-FR', 'id', 'en'], 'id'],
    [['EN-gb'], 'en'],
    [['fr', 'ar'], 'en'],
    [['constructor'], 'en'],
    [[], 'en'],
  ])('%j speaks %s', (languages, expected) => {
    expect(textsFor(languages).lang).toBe(expected);
  });

  it('says one of a thing as one', () => {
    const { texts } = textsFor(['en']);
    expect([texts.minutesLeft(1), texts.minutesLeft(2)]).toEqual(['1 minute left', '2 minutes left']);
    expect([texts.attemptsLeft(1), texts.attemptsLeft(3)]).toEqual(['1 attempt left', '3 attempts left']);
  });
});
