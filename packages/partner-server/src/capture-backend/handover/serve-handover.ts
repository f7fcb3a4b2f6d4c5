import type { ClaimHandover, ConfirmHandover, CreateHandover } from '@bonafide/contracts/capture-backend';
import {
  claimHandover as claimForm,
  confirmHandover as confirmForm,
  createHandover as createForm,
} from '@bonafide/contracts/capture-backend/validators';
import type { CaptureBackendSettings } from '../capture-backend-options.ts';
import type { CaptureRecords } from '../capture-record.ts';
import { readJson } from '../read-json.ts';
import { answer, CaptureRefusal, LOOK_AFTER } from '../refusal.ts';
import type { HandoverRoute } from '../route.ts';
import { whoAsks } from '../who-asks.ts';
import { claimHandover, confirmHandover, createHandover, loadForSubject } from './change-handover.ts';
import { leaveHandover, revokeHandover } from './end-handover.ts';
import type { HandoverRecords } from './handover-record.ts';
import { lookAtHandover } from './look-at-handover.ts';
import type { JoinedHandover } from './phone-token.ts';

/** The operations of a hand-over. The phone may open the link, look and leave; the others are the session's alone. */
export async function serveHandover(
  settings: CaptureBackendSettings,
  captures: CaptureRecords,
  handovers: HandoverRecords,
  request: Request,
  route: HandoverRoute,
  phone: JoinedHandover | undefined,
): Promise<Response> {
  if (route.operation === 'claimHandover') {
    const body = (await readJson(request, claimForm)) as ClaimHandover;
    return answer(200, await claimHandover(settings, handovers, route.handoverId, body));
  }
  if (phone !== undefined && (route.operation === 'getHandover' || route.operation === 'revokeHandover')) {
    if (phone.handoverId !== route.handoverId) throw new CaptureRefusal('not-found');
    if (route.operation === 'getHandover')
      return answer(200, await lookAtHandover(settings, captures, phone), LOOK_AFTER);
    await leaveHandover(settings, captures, handovers, phone);
    return answer(204);
  }
  if (phone !== undefined) throw new CaptureRefusal('unauthorized');
  const subject = await whoAsks(settings, request);
  switch (route.operation) {
    case 'createHandover': {
      const body = (await readJson(request, createForm)) as CreateHandover;
      return answer(201, await createHandover(settings, captures, handovers, subject, body));
    }
    case 'getHandover': {
      const { handoverId } = route;
      const record = await loadForSubject(handovers, subject, handoverId);
      return answer(200, await lookAtHandover(settings, captures, { handoverId, record }), LOOK_AFTER);
    }
    case 'confirmHandover': {
      const { code } = (await readJson(request, confirmForm)) as ConfirmHandover;
      await confirmHandover(settings, handovers, subject, route.handoverId, code);
      return answer(204);
    }
    case 'revokeHandover': {
      const { handoverId } = route;
      const keep = new URL(request.url).searchParams.get('keep');
      await revokeHandover(settings, captures, handovers, subject, { handoverId, keep });
      return answer(204);
    }
  }
}
