/** Asks the partner's backend. Throws on every answer that is none, with the backend's own words where it has some. */
export async function getJson<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (response.ok) return (await response.json()) as T;
  const { error = `${path} answered ${response.status}` } = (await response.json().catch(() => ({}))) as {
    readonly error?: string;
  };
  throw new Error(error);
}
