import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_GUIDANCE_CODES,
  ERROR_CODES,
  GUIDANCE_CODES,
  type ErrorCodeEntry,
  type GuidanceCodeEntry,
} from './index.ts';

const errors: [string, ErrorCodeEntry][] = Object.entries(ERROR_CODES);
const registries: Readonly<Record<string, [string, GuidanceCodeEntry][]>> = {
  face: Object.entries(GUIDANCE_CODES),
  document: Object.entries(DOCUMENT_GUIDANCE_CODES),
};
const guided = Object.values(registries).flat();

describe('codes', () => {
  it.each([...errors, ...guided].map(([code]) => code))('%s is kebab-case', (code) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  it('no word is both an error and a hint', () => {
    const hints = new Set(guided.map(([code]) => code));
    expect(errors.map(([code]) => code).filter((code) => hints.has(code))).toEqual([]);
  });

  it('a hint that both registries know is as grave in one as in the other', () => {
    const face: Readonly<Record<string, GuidanceCodeEntry>> = GUIDANCE_CODES;
    const shared = (registries['document'] ?? []).filter(([code]) => code in face);
    expect(shared.length).toBeGreaterThan(5);
    for (const [code, { severity }] of shared) expect(face[code]?.severity, code).toBe(severity);
  });
});

describe.each(Object.entries(registries))('guidance codes for a %s', (_, guidance) => {
  it.each(['problem', 'instruction', 'ok'] as const)('no two of severity %s have the same priority', (severity) => {
    const priorities = guidance.filter(([, entry]) => entry.severity === severity).map(([, { priority }]) => priority);
    expect(priorities.length).toBeGreaterThan(0);
    expect(new Set(priorities).size).toBe(priorities.length);
  });

  it('a problem always speaks before an instruction, and an instruction before ok', () => {
    const range = (severity: string): number[] =>
      guidance.filter(([, entry]) => entry.severity === severity).map(([, { priority }]) => priority);
    expect(Math.max(...range('problem'))).toBeLessThan(Math.min(...range('instruction')));
    expect(Math.max(...range('instruction'))).toBeLessThan(Math.min(...range('ok')));
  });

  it('what has to be read stays long enough to be read', () => {
    for (const [code, { severity, minimumDisplayMs }] of guidance) {
      if (severity === 'problem') expect(minimumDisplayMs, code).toBeGreaterThanOrEqual(500);
      else expect(minimumDisplayMs, code).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('error codes', () => {
  /** Actions after which the same journey can go on. */
  const WAYS_ON = new Set([
    'try-again',
    'allow-camera',
    'connect-camera',
    'close-other-apps',
    'check-connection',
    'wait',
    'use-other-browser',
  ]);

  it.each(errors.filter(([, entry]) => entry.retryable))('%s can be retried, and says how', (_, { userAction }) => {
    expect(WAYS_ON).toContain(userAction);
  });

  it.each(errors.filter(([, entry]) => !entry.retryable))('%s does not offer a retry that it forbids', (_, entry) => {
    expect(['try-again', 'wait', 'check-connection']).not.toContain(entry.userAction);
  });

  it('no code leaves the person without anything to do', () => {
    expect(errors.filter(([, { userAction }]) => userAction === 'none')).toEqual([]);
  });
});
