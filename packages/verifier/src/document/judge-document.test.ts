import { describe, expect, it } from 'vitest';
import type { DocumentEvidence } from './document-evidence.ts';
import { judgeDocument } from './judge-document.ts';
import { ktpCard, licence, passport, side, zone } from './testing/hand-made.ts';

const reasonsOf = (evidence: DocumentEvidence, name: string): string[] =>
  judgeDocument(evidence)
    .checks.filter((check) => check.name === name)
    .flatMap(({ reasons }) => reasons.map(({ code }) => code));
const verify = (evidence: DocumentEvidence) => judgeDocument(evidence).documentVerification;
const withZone = (changes: Partial<typeof zone>, fields: Partial<(typeof zone)['fields']> = {}): DocumentEvidence => ({
  ...passport,
  front: side({ mrz: { ...zone, ...changes, fields: { ...zone.fields, ...fields } } }),
});

describe('a document without fault', () => {
  it('is clear, with every check that was made and no other, and all that it says', () => {
    expect(verify(passport)).toEqual({
      result: 'clear',
      subResult: 'clear',
      dataConsistency: 'clear',
      dataValidation: 'clear',
      imageIntegrity: 'clear',
      visualAuthenticity: 'clear',
      documentType: 'passport',
      firstName: 'MIRA SOLENE',
      lastName: 'QUILL',
      dateOfBirth: '1989-03-14',
      dateOfExpiry: '2034-06-01',
      gender: 'F',
      nationality: 'UTO',
      issuingCountry: 'UTO',
      documentNumber: 'U4L07K512',
      mrzLine1: zone.lines[0],
      mrzLine2: zone.lines[1],
    });
  });

  it('lists each check once, also those that nobody here can make', () => {
    const { checks, recapture } = judgeDocument(passport);
    expect(checks.map(({ name }) => name).toSorted()).toEqual([
      'ageValidation',
      'claimedReading',
      'compromisedDocument',
      'dataComparison',
      'dataConsistency',
      'dataValidation',
      'documentType',
      'imageIntegrity',
      'policeRecord',
      'visualAuthenticity',
    ]);
    const notMade = checks.filter(({ outcome }) => outcome === 'not-made');
    expect(notMade.map(({ name, reasons }) => [name, reasons[0]?.code])).toEqual([
      ['ageValidation', 'not-asked'],
      ['compromisedDocument', 'no-register'],
      ['policeRecord', 'no-register'],
      ['dataComparison', 'no-register'],
      ['claimedReading', 'not-asked'],
    ]);
    expect(recapture).toEqual([]);
  });

  it('reads both sides: the zone of a card is on its back', () => {
    const card = {
      ...zone,
      format: 'TD1' as const,
      lines: ['a', 'b', 'c'],
      fields: { ...zone.fields, documentCode: 'I' },
    };
    const evidence = { ...passport, front: side({}), back: side({ mrz: card }, { hasPortrait: null }) };
    expect(verify(evidence)).toMatchObject({ result: 'clear', documentType: 'identityCard', mrzLine3: 'c' });
  });
});

describe('documentType', () => {
  it.each([
    ['P', 'TD3', 'passport'],
    ['PV', 'TD3', 'passport'],
    ['ID', 'TD1', 'identityCard'],
    ['AC', 'TD1', 'identityCard'],
    ['AR', 'TD1', 'residencePermit'],
    ['V', 'MRV-A', 'unknown'],
    ['X', 'TD2', 'unknown'],
  ] as const)('%s in a %s zone is %s', (documentCode, format, type) => {
    expect(verify(withZone({ format }, { documentCode })).documentType).toBe(type);
  });

  it('by the barcode of a licence and by the number of a KTP', () => {
    const barcodes = [{ symbology: 'pdf417' as const, text: '', aamva: licence }];
    expect(verify({ ...passport, back: side({ barcodes }), front: side({}) })).toMatchObject({
      result: 'clear',
      documentType: 'driversLicense',
      documentNumber: 'D123',
      issuingCountry: 'USA',
    });
    expect(verify({ ...passport, documentType: 'ktp', front: side({ ktp: ktpCard }) })).toMatchObject({
      result: 'clear',
      documentType: 'identityCard',
      issuingCountry: 'IDN',
      documentNumber: ktpCard.nik,
      firstName: 'MIRA LESTARI',
    });
  });

  it('unknown where nothing can be read: rejected, and nothing is validated', () => {
    const verification = verify({ ...passport, front: side({}), comparisons: [] });
    expect(verification).toEqual({
      result: 'consider',
      subResult: 'rejected',
      documentType: 'unknown',
      imageIntegrity: 'clear',
      visualAuthenticity: 'clear',
    });
  });

  it('a back that is missing is asked for', () => {
    const { checks, recapture } = judgeDocument({ ...passport, documentType: 'identityCard', front: side({}) });
    expect(checks.find(({ name }) => name === 'documentType')?.reasons).toContainEqual({
      code: 'side-missing',
      side: 'back',
    });
    expect(recapture).toEqual(['back']);
  });

  it('another type or another country than asked for: rejected', () => {
    expect(verify({ ...passport, documentType: 'identityCard' })).toMatchObject({
      subResult: 'rejected',
      documentType: 'passport',
    });
    expect(verify({ ...passport, documentType: 'ktp' }).subResult).toBe('rejected');
    expect(verify({ ...passport, issuingCountry: 'NOR' }).subResult).toBe('rejected');
    expect(verify({ ...passport, documentType: 'passport', issuingCountry: 'UTO' }).subResult).toBe('clear');
  });

  it("writes Germany's code as everybody else's", () => {
    const evidence = { ...withZone({}, { issuingCountry: 'D', nationality: 'D' }), issuingCountry: 'DEU' };
    expect(verify(evidence)).toMatchObject({ result: 'clear', issuingCountry: 'DEU', nationality: 'DEU' });
  });
});

describe('visualAuthenticity', () => {
  const claimed = (screenSuspicion: number, copySuspicion = 0) => ({
    ...withZone({}),
    claimedSuspicion: { front: { screenSuspicion, copySuspicion } },
  });

  it('a screen that the page saw and the picture no longer shows: suspected', () => {
    expect(verify(claimed(0.9))).toMatchObject({ subResult: 'suspected', visualAuthenticity: 'consider' });
    expect(reasonsOf(claimed(0.9), 'visualAuthenticity')).toEqual(['screen-suspected']);
    expect(reasonsOf(claimed(0, 0.9), 'visualAuthenticity')).toEqual(['copy-suspected']);
  });

  it('a page that suspects nothing takes no doubt away', () => {
    const seen = claimed(0);
    const { measurement } = seen.front;
    const doubted = {
      ...seen,
      front: {
        ...seen.front,
        measurement: {
          ...measurement,
          document: measurement.document && { ...measurement.document, screenSuspicion: 0.9 },
        },
      },
    };
    expect(reasonsOf(doubted, 'visualAuthenticity')).toEqual(['screen-suspected']);
  });
});

describe('dataValidation', () => {
  it('a check digit that does not hold: suspected, and nothing of the zone is handed on', () => {
    const checkDigits = { ...zone.checkDigits, dateOfExpiry: false };
    const evidence = withZone({ valid: false, checkDigits });
    const verification = verify(evidence);
    expect(verification).toMatchObject({
      subResult: 'suspected',
      dataValidation: 'consider',
      documentType: 'passport',
    });
    expect(Object.keys(verification)).not.toContain('documentNumber');
    expect(Object.keys(verification)).not.toContain('mrzLine1');
    expect(reasonsOf(evidence, 'dataValidation')).toEqual(['check-digit-wrong']);
  });

  it('a zone that holds but was not read beyond doubt: suspected, and its fields are not handed on', () => {
    const verification = verify(withZone({ valid: false }));
    expect(verification).toMatchObject({
      subResult: 'suspected',
      dataValidation: 'consider',
      documentType: 'passport',
    });
    expect(verification).not.toHaveProperty('lastName');
  });

  it('an expiry that has passed: suspected, whose final status is inconclusive', () => {
    const evidence = withZone({}, { dateOfExpiry: '2026-11-24' });
    expect(verify(evidence)).toMatchObject({ result: 'consider', subResult: 'suspected', dataValidation: 'consider' });
    expect(reasonsOf(evidence, 'dataValidation')).toEqual(['expired']);
  });

  it('a document is valid on the day on which it expires', () => {
    expect(verify(withZone({}, { dateOfExpiry: '2026-11-25' })).result).toBe('clear');
  });

  it.each([
    ['born tomorrow', { dateOfBirth: '2026-11-26' }],
    ['older than anybody', { dateOfBirth: '1899-01-01' }],
    ['expired before birth', { dateOfBirth: '2020-01-01', dateOfExpiry: '2019-01-01' }],
  ])('%s: impossible', (_, fields) => {
    expect(verify(withZone({}, fields)).subResult).toBe('suspected');
    expect(reasonsOf(withZone({}, fields), 'dataValidation')).toContain('date-impossible');
  });

  it('a KTP number that is built as none is', () => {
    const evidence = { ...passport, front: side({ ktp: { ...ktpCard, nikValid: false } }) };
    expect(verify(evidence)).toMatchObject({ subResult: 'suspected', dataValidation: 'consider' });
  });

  it('a licence that was issued in the future', () => {
    const aamva = { ...licence, fields: { ...licence.fields, dateOfIssue: '2027-01-01' } };
    const back = side({ barcodes: [{ symbology: 'pdf417', text: '', aamva }] });
    expect(reasonsOf({ ...passport, front: side({}), back }, 'dataValidation')).toEqual(['date-impossible']);
  });
});

describe('dataConsistency', () => {
  it('a field that differs: suspected', () => {
    const evidence = { ...passport, comparisons: [{ field: 'lastName' as const, agree: false }] };
    expect(verify(evidence)).toMatchObject({ subResult: 'suspected', dataConsistency: 'consider' });
    expect(reasonsOf(evidence, 'dataConsistency')).toEqual(['values-differ']);
  });

  it('is absent, not clear, where there is one source only', () => {
    const evidence = { ...passport, comparisons: [] };
    expect(verify(evidence)).not.toHaveProperty('dataConsistency');
    expect(reasonsOf(evidence, 'dataConsistency')).toEqual(['one-source-only']);
  });
});

describe('ageValidation', () => {
  it.each([
    [37, 'clear', 'clear'],
    [38, 'consider', 'rejected'],
  ])('of at least %d years: %s', (minimumAgeYears, outcome, subResult) => {
    expect(verify({ ...passport, minimumAgeYears })).toMatchObject({ ageValidation: outcome, subResult });
  });

  it('counts the birthday itself', () => {
    const born = withZone({}, { dateOfBirth: '2008-11-25' });
    expect(verify({ ...born, minimumAgeYears: 18 }).ageValidation).toBe('clear');
    expect(verify({ ...born, at: new Date('2026-11-24T23:59:59Z'), minimumAgeYears: 18 }).ageValidation).toBe(
      'consider',
    );
  });

  it('cannot pass where it was asked for and no birth date was read', () => {
    const evidence = { ...withZone({}, { dateOfBirth: null }), minimumAgeYears: 18 };
    expect(verify(evidence)).toMatchObject({ result: 'consider', subResult: 'suspected' });
    expect(verify(evidence)).not.toHaveProperty('ageValidation');
  });
});

describe('imageIntegrity', () => {
  it.each(['blurry', 'glare', 'too-dark', 'occluded', 'photo-occluded', 'wrong-side'] as const)(
    '%s: rejected, and that side is to be captured again',
    (problem) => {
      const evidence = { ...passport, front: side({ mrz: zone }, { problems: [problem] }) };
      expect(verify(evidence)).toMatchObject({ subResult: 'rejected', imageIntegrity: 'consider' });
      expect(judgeDocument(evidence).recapture).toEqual(['front']);
    },
  );

  it('how a document lies in the frame takes nothing away once it is cut out', () => {
    const front = side({ mrz: zone }, { problems: ['off-centre', 'rotate', 'tilted', 'too-far', 'too-close-to-edge'] });
    expect(verify({ ...passport, front }).result).toBe('clear');
  });

  it('too few pixels, and a corner outside of the frame', () => {
    const small = { ...passport, front: side({ mrz: zone }, { seen: { longSidePixels: 300 } }) };
    const cut = { ...passport, front: side({ mrz: zone }, { seen: { edgeGapRatio: -0.02 } }) };
    expect(reasonsOf(small, 'imageIntegrity')).toEqual(['too-far']);
    expect(reasonsOf(cut, 'imageIntegrity')).toEqual(['too-close-to-edge']);
    expect(verify(small).subResult).toBe('rejected');
  });

  it('no document in the picture: rejected, and what it looks like is not judged', () => {
    const front = side({}, { seen: null, problems: ['no-document'] });
    const verification = verify({ ...passport, comparisons: [], front });
    expect(verification).toEqual({
      result: 'consider',
      subResult: 'rejected',
      imageIntegrity: 'consider',
      documentType: 'unknown',
    });
  });

  it('a bad back is the back', () => {
    const evidence = { ...passport, back: side({}, { problems: ['blurry'] }) };
    expect(judgeDocument(evidence).recapture).toEqual(['back']);
  });
});

describe('visualAuthenticity', () => {
  it.each([
    ['a screen', { screenSuspicion: 0.9 }, 'screen-suspected'],
    ['a copy', { copySuspicion: 0.9 }, 'copy-suspected'],
  ])('%s: suspected', (_, hint, code) => {
    const evidence = { ...passport, front: side({ mrz: zone }, { seen: hint }) };
    expect(verify(evidence)).toMatchObject({ subResult: 'suspected', visualAuthenticity: 'consider' });
    expect(reasonsOf(evidence, 'visualAuthenticity')).toEqual([code]);
  });

  it('a front without a portrait; that nobody looked is no finding', () => {
    const without = { ...passport, front: side({ mrz: zone }, { hasPortrait: false }) };
    const unknown = { ...passport, front: side({ mrz: zone }, { hasPortrait: null }) };
    expect(verify(without)).toMatchObject({ subResult: 'suspected', visualAuthenticity: 'consider' });
    expect(verify(unknown).visualAuthenticity).toBe('clear');
  });
});

describe('claimedReading', () => {
  it('records where the page says something else, and lets it decide nothing', () => {
    const evidence = { ...passport, claimedReading: { documentNumber: 'OTHER', lastName: 'QUILL' } };
    const { checks, documentVerification } = judgeDocument(evidence);
    expect(checks.at(-1)).toEqual({
      name: 'claimedReading',
      outcome: 'consider',
      reasons: [{ code: 'values-differ', field: 'documentNumber' }],
    });
    expect(documentVerification.result).toBe('clear');
    expect(documentVerification).not.toHaveProperty('claimedReading');
  });
});

it('no reason of any check names a value of the document', () => {
  const evidence = {
    ...withZone({}, { dateOfExpiry: '2020-01-01' }),
    comparisons: [{ field: 'lastName' as const, agree: false }],
  };
  const text = JSON.stringify(judgeDocument(evidence).checks);
  for (const value of Object.values(zone.fields)) if (value !== 'F' && value !== 'P') expect(text).not.toContain(value);
});
