import type { LivenessSession } from '../liveness-session.ts';
import type { FakeWorld } from './fake-world.ts';

/** Up to the moment that the session looks, or has failed before. */
export async function started(
  world: FakeWorld,
  options: Parameters<FakeWorld['session']>[0] = {},
): Promise<LivenessSession> {
  const session = world.session(options);
  session.start();
  await world.settle();
  return session;
}

/** Up to the moment that the picture is on its way. */
export async function captured(
  world: FakeWorld,
  options: Parameters<FakeWorld['session']>[0] = {},
): Promise<LivenessSession> {
  const session = await started(world, options);
  await world.takePicture();
  await world.clock.advance(700);
  return session;
}
