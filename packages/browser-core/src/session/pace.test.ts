import { describe, expect, it } from 'vitest';

import { IDENTITY_DEADLINES } from './identity/machine/identity-deadlines.ts';
import { initialIdentityState } from './identity/machine/identity-state.ts';
import { identityTransition } from './identity/machine/transition.ts';
import { documentDeadline } from './document/machine/document-deadlines.ts';
import { DocumentDriver } from './document/testing/drive-document.ts';
import { phaseDeadline } from './machine/phase-deadlines.ts';
import { MachineDriver } from './testing/drive-machine.ts';

const SLOW = { moreTime: true, shutterAtOnce: false };
const SHUTTER = { moreTime: false, shutterAtOnce: true };

describe('at the pace of a person who needs more time', () => {
  it.each([
    ['selfie', () => new MachineDriver()],
    ['document', () => new DocumentDriver()],
  ])('%s: nobody is hurried in front of the camera', (_, create) => {
    const machine = create().send({ type: 'set-pace', pace: SLOW }).toAligning();
    expect(machine.state.timers.phase).toBeNull();
  });

  it('asked for in front of the camera, it ends the deadline that runs; given back, one begins', () => {
    const machine = new MachineDriver().toAligning();
    machine.send({ type: 'set-pace', pace: SLOW });
    expect(machine.state.timers.phase).toBeNull();
    machine.send({ type: 'set-pace', pace: SHUTTER });
    expect(machine.state.timers.phase?.endsAtMs).toBe(machine.atMs + machine.state.settings.timeoutMs);
  });

  it('waits ten times as long for the person, and no longer for anything else', () => {
    const { settings } = new MachineDriver().state;
    const at = (pace: typeof SLOW) => (phase: 'consent' | 'requesting-permission' | 'loading' | 'processing') =>
      phaseDeadline(phase, { settings, pace }).ms ?? 0;
    for (const phase of ['consent', 'requesting-permission'] as const)
      expect(at(SLOW)(phase)).toBe(10 * at(SHUTTER)(phase));
    for (const phase of ['loading', 'processing'] as const) expect(at(SLOW)(phase)).toBe(at(SHUTTER)(phase));
    const document = { settings: new DocumentDriver().state.settings };
    expect(documentDeadline('refused', { ...document, pace: SLOW }).ms).toBe(
      10 * (documentDeadline('refused', { ...document, pace: SHUTTER }).ms ?? 0),
    );
  });

  it('lets the whole journey last ten times as long, from the moment that it is asked for', () => {
    const machine = new MachineDriver({ consent: 'required' });
    machine.send({ type: 'start', resume: null, correlationId: null });
    const usualMs = (machine.state.timers.journey?.endsAtMs ?? 0) - machine.atMs;
    machine.send({ type: 'set-pace', pace: SLOW });
    expect(machine.state.timers.journey?.endsAtMs).toBe(machine.atMs + 10 * usualMs);
  });

  it('lasts through a reset', () => {
    const machine = new MachineDriver().send({ type: 'set-pace', pace: SLOW }).toAligning();
    expect(machine.send({ type: 'reset' }).state.pace).toEqual(SLOW);
  });

  it('counts for the steps of an identity check that wait for the person', () => {
    const state = {
      ...initialIdentityState({} as never),
      phase: 'reviewing' as const,
      timers: { ...initialIdentityState({} as never).timers, phase: { epoch: 1, endsAtMs: 5, leftMs: null } },
    };
    const [after] = identityTransition(state, { type: 'set-pace', pace: SLOW, atMs: 1000 });
    expect(after.timers.phase?.endsAtMs).toBe(1000 + 10 * (IDENTITY_DEADLINES.reviewing.ms ?? 0));
  });
});

describe('at the pace of a person who cannot hold still', () => {
  it.each([
    ['selfie', (settings: object) => new MachineDriver(settings)],
    ['document', (settings: object) => new DocumentDriver(settings)],
  ])('%s: the shutter is there at once, asked for before or meanwhile', (_, create) => {
    const before = create({}).send({ type: 'set-pace', pace: SHUTTER }).toAligning();
    expect(before.state).toMatchObject({ manualCapture: true, timers: { manual: null } });
    const meanwhile = create({}).toAligning();
    expect(meanwhile.state.manualCapture).toBe(false);
    meanwhile.send({ type: 'set-pace', pace: SHUTTER });
    expect(meanwhile.state).toMatchObject({ manualCapture: true, timers: { manual: null } });
  });

  it('not where the integrator wants no shutter at all', () => {
    const machine = new MachineDriver({ capture: 'auto' }).send({ type: 'set-pace', pace: SHUTTER }).toAligning();
    expect(machine.state.manualCapture).toBe(false);
  });
});
