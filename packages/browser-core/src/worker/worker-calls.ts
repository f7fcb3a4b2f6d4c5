import type { AnalysableFrame } from '../face/vision.ts';
import type { WorkerChannel } from './worker-channel.ts';
import { fromWorkerFailure } from './worker-failure.ts';
import type { WorkerAnswer } from './worker-protocol.ts';

/** Calls of a worker, one after the other: a call made while one is running waits for it. */
export interface WorkerCalls<To, Answer> {
  /** Hands the frame over without a copy; it is closed also when the call cannot be made. */
  call(frame: AnalysableFrame, message: (id: number) => To): Promise<Answer>;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

export function createWorkerCalls<To, From, Answer>(channel: WorkerChannel<To, From>): WorkerCalls<To, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let nextId = 0;
  let last: Promise<unknown> = Promise.resolve();

  channel.onMessage((message) => {
    const answer = message as WorkerAnswer<Answer>;
    if (answer.type !== 'answer' && answer.type !== 'call-failed') return;
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.type === 'answer') caller?.resolve(answer.answer);
    else caller?.reject(fromWorkerFailure(answer.error));
  });
  channel.whenFailed((reason) => {
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  });

  async function call(frame: AnalysableFrame, message: (id: number) => To): Promise<Answer> {
    if (channel.ended !== undefined) {
      frame.close();
      throw channel.ended.reason;
    }
    const id = nextId;
    nextId += 1;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      try {
        channel.send(message(id), [frame as Transferable]);
      } catch (error) {
        waiting.delete(id);
        frame.close();
        reject(error);
      }
    });
  }

  return {
    async call(frame, message) {
      const result = last.then(() => call(frame, message));
      last = result.catch(() => undefined);
      return result;
    },
  };
}
