/** Whether the browser was checked between two snapshots and will do. */
export function hasBecomeReady(before: { readonly phase: string }, now: { readonly phase: string }): boolean {
  return before.phase === 'checking' && now.phase !== before.phase && !NOT_READY.has(now.phase);
}

const NOT_READY: ReadonlySet<string> = new Set(['unsupported', 'error']);
