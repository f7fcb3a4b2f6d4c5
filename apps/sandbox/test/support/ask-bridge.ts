import { expect } from 'vitest';
import type { Sandbox } from '../../src/sandbox.ts';
import type { BridgeCase, Form, Outcome } from './bridge-cases.ts';
import { operationsOf, readSpecification } from './described-operations.ts';

export const operationsOfBridge = operationsOf(readSpecification('face-oidc'));

export interface BridgeAnswer {
  readonly status: number;
  readonly error: string | null;
  readonly location: string | null;
  readonly text: string;
}

/** Asks an operation of an issuer as the specification writes it; an access token of GET goes in the header. */
export async function askBridge(
  sandbox: Sandbox,
  { operationId }: BridgeCase,
  issuer: string,
  form: Form,
  authorization?: string,
): Promise<BridgeAnswer> {
  const operation = operationsOfBridge.find((one) => one.operationId === operationId);
  if (operation === undefined) throw new Error(`the specification has no ${operationId}`);
  const { method, template } = operation;
  const { access_token: token, ...query } = form;
  const url = new URL(issuer + template);
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  if (method === 'GET') {
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    url.search = new URLSearchParams(query).toString();
  }
  return readBridge(
    sandbox,
    new Request(url, { method, headers, ...(method === 'GET' ? {} : { body: new URLSearchParams(form) }) }),
  );
}

export async function readBridge(sandbox: Sandbox, request: Request): Promise<BridgeAnswer> {
  const response = await sandbox.fetch(request);
  const text = await response.text();
  const word = text.startsWith('{') ? JSON.parse(text).error : /<code[^>]*>(\w+)/.exec(text)?.[1];
  const location = response.headers.get('location');
  const told = location === null ? null : (URL.parse(location)?.searchParams.get('error') ?? null);
  return { status: response.status, error: word ?? told, location, text };
}

/** An answer as it should be. One of failure leads nowhere. */
export function expectAnswer(what: string, { status, error, location }: BridgeAnswer, [wanted, word]: Outcome): void {
  expect([what, status]).toEqual([what, wanted]);
  if (word === null) expect([what, error]).toEqual([what, null]);
  else expect([what, error]).toEqual([what, typeof word === 'string' ? word : expect.stringMatching(word)]);
  if (status >= 400) expect([what, location]).toEqual([what, null]);
}
