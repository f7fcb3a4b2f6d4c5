import type { GatewayScript, PageOperation, ScriptedFault } from './scenarios.ts';

/** How many attempts a check has where the script does not say; the sandbox has as many. */
const ATTEMPTS = 3;

/** One playing of a script: what is left of it. */
export interface ScriptRun {
  readonly script: GatewayScript;
  readonly attempts: number;
  /** The fault that is due for this request, which is then one fewer. */
  takeFault(operation: PageOperation): ScriptedFault | null;
  /** Throws where the script says how the other system ends: a test that orders one end must not get another. */
  expectFor(system: 'onekyc' | 'capture-backend'): void;
}

export function startScript(script: GatewayScript): ScriptRun {
  const left = (script.faults ?? []).map((fault) => ({ fault, times: fault.times }));
  return {
    script,
    attempts: script.attempts ?? ATTEMPTS,
    takeFault(operation) {
      const due = left.find(({ fault, times }) => fault.operation === operation && times > 0);
      if (due === undefined) return null;
      due.times -= 1;
      return due.fault;
    },
    expectFor(system) {
      const [own, other] =
        system === 'onekyc' ? ([script.outcome, script.process] as const) : ([script.process, script.outcome] as const);
      if (own !== undefined || other === undefined) return;
      const asked = system === 'onekyc' ? 'OneKYC' : 'a capture backend';
      throw new Error(`The page asks ${asked}, and the script that plays says how the other kind of gateway ends.`);
    },
  };
}
