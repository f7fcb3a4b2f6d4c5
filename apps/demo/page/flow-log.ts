/** Who speaks in the flow's diagram. */
export type Lane = 'page' | 'backend' | 'gateway';

export interface FlowEntry {
  readonly lane: Lane;
  readonly what: string;
  /** Method and path, or another line in code type. */
  readonly line?: string;
  readonly status?: number;
  readonly bad?: boolean;
  /** A step of the element's own, shown small. */
  readonly quiet?: boolean;
}

/** What the gateway reports of an exchange; the sandbox's control API says more. */
interface GatewayEvent {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** 0 when no answer came. */
  readonly status: number;
  readonly scripted: boolean;
}

const NAMES: Readonly<Record<Lane, string>> = { page: 'Page', backend: 'Partner backend', gateway: 'Gateway' };

const TITLES: Readonly<Record<string, { lane: Lane; what: string }>> = {
  getPartnerToken: { lane: 'backend', what: 'Get a partner token' },
  postInitiateFlow: { lane: 'backend', what: 'Initiate the flow' },
  getUploadUrls: { lane: 'page', what: 'Ask where to upload' },
  putUpload: { lane: 'page', what: 'Upload the picture' },
  putConfirmUpload: { lane: 'page', what: 'Confirm, with the evidence' },
  getSubmissionStatus: { lane: 'page', what: 'Ask for the status' },
  getSubmissionDetails: { lane: 'backend', what: 'Read the details' },
  getReferenceImage: { lane: 'gateway', what: 'Ask the partner for a reference picture' },
  postToken: { lane: 'backend', what: 'Get an access token' },
  createDossier: { lane: 'backend', what: 'Create a dossier' },
  createProcess: { lane: 'backend', what: 'Create a process' },
  setImages: { lane: 'backend', what: 'Hand in a picture' },
  startVerification: { lane: 'backend', what: 'Start the verification' },
  getProcess: { lane: 'backend', what: 'Read the process' },
  cancelProcess: { lane: 'backend', what: 'Say that the person gave up' },
  postProcessNotification: { lane: 'gateway', what: 'Notify the partner' },
  postSubmissionCallback: { lane: 'gateway', what: 'Call the partner back' },
};

export interface FlowLog {
  add(entry: FlowEntry): void;
  clear(): void;
  /** Adds what the gateway reports, as it happens. */
  follow(url: string): void;
}

export function createFlowLog(list: HTMLOListElement, empty: HTMLElement): FlowLog {
  let started = performance.now();
  let last: { key: string; item: HTMLLIElement; times: number } | undefined;

  const add = (entry: FlowEntry) => {
    empty.hidden = true;
    const key = `${entry.lane} ${entry.what} ${entry.status ?? ''}`;
    // Polling says the same thing many times; it is one line with a count.
    if (last?.key === key) {
      last.times += 1;
      const times = last.item.querySelector('.times');
      if (times) times.textContent = ` × ${last.times}`;
      return;
    }
    const item = document.createElement('li');
    item.className = `lane-${entry.lane}${entry.quiet ? ' quiet' : ''}`;
    const time = document.createElement('time');
    time.textContent = `${((performance.now() - started) / 1000).toFixed(1)} s`;
    const text = document.createElement('div');
    const who = document.createElement('div');
    who.className = 'who';
    who.textContent = NAMES[entry.lane];
    const what = document.createElement('div');
    what.className = 'what';
    const times = document.createElement('span');
    times.className = 'times';
    what.append(entry.what, times);
    text.append(who, what);
    const status = document.createElement('span');
    status.className = `status${entry.bad ? ' bad' : ''}`;
    status.textContent = entry.status === undefined ? '' : String(entry.status);
    item.append(time, text, status);
    if (entry.line !== undefined) {
      const code = document.createElement('code');
      code.textContent = entry.line;
      item.append(code);
    }
    list.append(item);
    last = { key, item, times: 1 };
  };

  return {
    add,
    clear() {
      list.replaceChildren();
      empty.hidden = false;
      last = undefined;
      started = performance.now();
    },
    follow(url) {
      new EventSource(url).addEventListener('exchange', (message: MessageEvent<string>) => {
        const event = JSON.parse(message.data) as GatewayEvent;
        const title = TITLES[event.operation] ?? { lane: 'gateway' as const, what: event.operation };
        add({
          ...title,
          line: `${event.method} ${event.path}${event.scripted ? '  (scripted)' : ''}`,
          status: event.status,
          // A partner without a picture of the user says so with 400; nothing is wrong then.
          bad: event.status === 0 || (event.status >= 400 && event.operation !== 'getReferenceImage'),
        });
      });
    },
  };
}
