import type { CreateProcess, StartVerification } from '@bonafide/contracts/capture-backend';
import { createProcess, startVerification } from '@bonafide/contracts/capture-backend/validators';
import { PICTURE_LIMITS } from '../picture/picture.ts';
import { beginCapture, toRequirements } from './begin-capture.ts';
import { cancelCapture } from './cancel-capture.ts';
import type { CaptureBackendSettings } from './capture-backend-options.ts';
import type { CaptureRecords } from './capture-record.ts';
import { toState } from './check-up.ts';
import { handInPicture } from './hand-in-picture.ts';
import { beginOnPhone } from './handover/begin-on-phone.ts';
import type { HandoverRecords } from './handover/handover-record.ts';
import type { JoinedHandover } from './handover/phone-token.ts';
import { lookUp } from './look-up.ts';
import { readJson, readLimited } from './read-json.ts';
import { answer, CaptureRefusal, LOOK_AFTER } from './refusal.ts';
import type { CaptureRoute } from './route.ts';
import { startChecking } from './start-checking.ts';
import { findCapture, whoAsks } from './who-asks.ts';

/** The operations of a check, for its session or for the phone that it was handed over to. */
export async function serveCapture(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  handovers: HandoverRecords,
  request: Request,
  route: CaptureRoute,
  phone: JoinedHandover | undefined,
): Promise<Response> {
  if (phone?.record.phone?.confirmed === false) throw new CaptureRefusal('handover-unconfirmed');
  if (route.operation === 'getRequirements')
    return answer(200, toRequirements(settings, phone?.record.subject ?? (await whoAsks(settings, request))));
  if (route.operation === 'createProcess') {
    const subject = phone?.record.subject ?? (await whoAsks(settings, request));
    const wanted = (await readJson(request, createProcess)) as CreateProcess;
    return answer(
      201,
      phone === undefined
        ? await beginCapture(settings, captures, subject, wanted)
        : await beginOnPhone(settings, captures, handovers, phone.handoverId, wanted),
    );
  }
  const { processId: captureId } = route;
  const record = await findCapture(settings, captures, request, captureId, phone);
  switch (route.operation) {
    case 'getProcess': {
      const progress = await lookUp(settings, captures, captureId, record);
      const headers = progress.status === 'processing' ? LOOK_AFTER : {};
      return answer(200, toState(settings, captureId, record, progress), headers);
    }
    case 'putImage': {
      const bytes = await readLimited(request, PICTURE_LIMITS.bytes, 'image-too-large');
      return answer(200, await handInPicture(settings, captures, captureId, { depiction: route.depiction, bytes }));
    }
    case 'startVerification': {
      const body = (await readJson(request, startVerification)) as StartVerification;
      return answer(202, await startChecking(settings, captures, captureId, body), LOOK_AFTER);
    }
    case 'cancelProcess':
      await cancelCapture(settings, captures, captureId);
      return answer(204);
  }
}
