// One thread of the pool. It answers one task at a time; the pool sends no second one before the answer.
import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { isVerifierError } from '../verifier-error.ts';
import type { Inspector } from './inspector.ts';
import { openInspector } from './inspector.ts';
import type { Answer, Task, TaskResults, ThreadSettings } from './protocol.ts';

// The pool is the concurrency; a cache would keep people's pictures in memory.
sharp.concurrency(1);
sharp.cache(false);

const settings = workerData as ThreadSettings;
let opening: Promise<Inspector> | undefined;

/** A failed opening is forgotten, so that the next task tries again. */
async function inspector(): Promise<Inspector> {
  opening ??= openInspector(settings);
  try {
    return await opening;
  } catch (error) {
    opening = undefined;
    throw error;
  }
}

async function answer(task: Task): Promise<Answer> {
  try {
    return { type: 'done', value: await carryOut(task, await inspector()) };
  } catch (error) {
    const isKnown = isVerifierError(error);
    return {
      type: 'failed',
      code: isKnown ? error.code : 'vision-failed',
      message: isKnown ? error.message : 'the picture could not be analysed',
      details: String(isKnown ? error.cause : error),
    };
  }
}

async function carryOut(task: Task, look: Inspector): Promise<TaskResults[Task['kind']]> {
  switch (task.kind) {
    case 'inspect':
      return look.inspect(task.bytes, task.sequence ?? null);
    case 'face':
      return look.viewFace(task.bytes, task.cut, task.role);
    case 'document':
      return look.viewDocument(task.bytes, task);
  }
}

parentPort?.on('message', (task: Task) => {
  void answer(task).then((reply) => parentPort?.postMessage(reply, []));
});
