import { readFileSync } from 'node:fs';
import type { ModelManifest } from './manifest.ts';

export type {
  DocumentReaderFiles,
  FaceLight,
  LineReaderFiles,
  ModelFile,
  ModelManifest,
  NetworkFiles,
  PresentationAttackFiles,
} from './manifest.ts';
export type { Activation, GraphNode, NetworkGraph, Padding, Shape, WeightEntry } from './network-graph.ts';

const ASSETS = new URL('../assets/', import.meta.url);

/** What the package ships, with the hash, size, licence and origin of every file. */
export const modelManifest = JSON.parse(readFileSync(new URL('manifest.json', ASSETS), 'utf8')) as ModelManifest;

/**
 * The `file:` URL of a shipped file, for Node. In a browser the same files are served from the application's own folder
 * (see `bonafide-assets` of `@bonafide/browser-core`). Throws `TypeError` on a name that the manifest does not hold.
 */
export function modelFile(name: string): URL {
  if (!modelManifest.files.some((file) => file.name === name)) throw new TypeError(`no model file is named '${name}'`);
  return new URL(name, ASSETS);
}
