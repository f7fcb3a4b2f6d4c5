import type { CaptureDepiction } from '@bonafide/contracts/capture-backend';

/** What a request asks of a hand-over. */
export type HandoverRoute =
  | { readonly operation: 'createHandover' }
  | {
      readonly operation: 'getHandover' | 'claimHandover' | 'confirmHandover' | 'revokeHandover';
      readonly handoverId: string;
    };

/** What a request asks of a check. */
export type CaptureRoute =
  | { readonly operation: 'getRequirements' }
  | { readonly operation: 'createProcess' }
  | { readonly operation: 'getProcess' | 'cancelProcess' | 'startVerification'; readonly processId: string }
  | { readonly operation: 'putImage'; readonly processId: string; readonly depiction: CaptureDepiction };

/** What a request asks for. */
export type Route = CaptureRoute | HandoverRoute | { readonly operation: 'none'; readonly allow: readonly string[] };

type Operation = Exclude<Route['operation'], 'none'>;

/** Matched at the end, wherever the handler is mounted. Ids are those that this backend gives. */
const ROUTES: readonly (readonly [pattern: RegExp, methods: Readonly<Record<string, Operation>>])[] = [
  [/\/requirements$/, { GET: 'getRequirements' }],
  [/\/processes$/, { POST: 'createProcess' }],
  [/\/processes\/(?<processId>[0-9a-f]{32})$/, { GET: 'getProcess', DELETE: 'cancelProcess' }],
  [/\/processes\/(?<processId>[0-9a-f]{32})\/images\/(?<depiction>front|back|selfie)$/, { PUT: 'putImage' }],
  [/\/processes\/(?<processId>[0-9a-f]{32})\/verification$/, { POST: 'startVerification' }],
  [/\/handovers$/, { POST: 'createHandover' }],
  [/\/handovers\/(?<handoverId>[0-9a-f]{32})$/, { GET: 'getHandover', DELETE: 'revokeHandover' }],
  [/\/handovers\/(?<handoverId>[0-9a-f]{32})\/claim$/, { POST: 'claimHandover' }],
  [/\/handovers\/(?<handoverId>[0-9a-f]{32})\/confirmation$/, { POST: 'confirmHandover' }],
];

/** Which operation a method and a path are; `none` with the methods that there are, or none at all. */
export function toRoute(method: string, pathname: string): Route {
  for (const [pattern, methods] of ROUTES) {
    const match = pattern.exec(pathname);
    if (match === null) continue;
    const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (operation === undefined) return { operation: 'none', allow: Object.keys(methods) };
    return { operation, ...match.groups } as Route;
  }
  return { operation: 'none', allow: [] };
}

export function isHandoverRoute(route: CaptureRoute | HandoverRoute): route is HandoverRoute {
  return route.operation.endsWith('Handover');
}
