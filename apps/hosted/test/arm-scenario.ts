/** Says of the next check of a client at a sandbox how it goes: a script by name or as JSON. */
export async function armScenario(sandboxUrl: string, clientId: string, scenario: string): Promise<void> {
  const address = `${sandboxUrl}/control/api/clients/${clientId}/scenario`;
  const { ok } = await fetch(address, { method: 'PUT', body: scenario });
  if (!ok) throw new Error('the scenario was not taken');
}

/** Leaves a person one attempt in place of three: enough to see that it is the face, and not something else. */
export const ONE_ATTEMPT = '{"attempts":1}';
