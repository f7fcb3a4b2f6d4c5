import { cameraKind } from './camera-kind.ts';
import type { CameraDescription } from './camera.ts';

type Facing = 'user' | 'environment';

/** How far down a kind pushes a camera; more than facing, less than being asked for by id. Guess. */
const KIND_COST: Readonly<Record<CameraDescription['kind'], number>> = {
  ordinary: 0,
  external: 0,
  'ultra-wide': 20,
  virtual: 40,
  infrared: 50,
};
const WRONG_FACING_COST = 30;
const UNKNOWN_FACING_COST = 1;
const REMEMBERED_GAIN = 5;

const USER_WORDS = /front|user|face|selfie|facetime|vorder|avant|frontal|delantera|depan|前/;
const ENVIRONMENT_WORDS = /back|rear|environment|world|rück|arri[eè]re|trasera|traseira|belakang|posteriore|后|後|背面/;

/** A camera as far as its label and its settings tell. */
export function describeCamera(device: {
  readonly deviceId: string;
  readonly label: string;
  readonly facingMode?: string | undefined;
}): CameraDescription {
  const { deviceId, label, facingMode } = device;
  const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : facingOfLabel(label);
  return { deviceId, label, facing, kind: cameraKind(label) };
}

/** The cameras, best first choice first; equals keep the browser's order, whose first is the system's default. */
export function rankCameras(
  cameras: readonly CameraDescription[],
  wish: { readonly facing: Facing; readonly rememberedId?: string | null },
): readonly CameraDescription[] {
  return cameras
    .map((camera, order) => ({ camera, order, cost: cost(camera, wish) }))
    .sort((a, b) => a.cost - b.cost || a.order - b.order)
    .map(({ camera }) => camera);
}

function cost(
  camera: CameraDescription,
  { facing, rememberedId }: { readonly facing: Facing; readonly rememberedId?: string | null },
): number {
  const remembered = camera.deviceId !== '' && camera.deviceId === rememberedId ? REMEMBERED_GAIN : 0;
  const turned = camera.facing === 'unknown' ? UNKNOWN_FACING_COST : WRONG_FACING_COST;
  return KIND_COST[camera.kind] + (camera.facing === facing ? 0 : turned) - remembered;
}

function facingOfLabel(label: string): CameraDescription['facing'] {
  const name = label.toLowerCase();
  if (ENVIRONMENT_WORDS.test(name)) return 'environment';
  return USER_WORDS.test(name) ? 'user' : 'unknown';
}
