import { drawCovering } from './draw-covering.ts';
import { createFrameStream, type FrameStreamOptions } from './frame-stream.ts';

/**
 * A video stream of a video that plays over and over, cut to the frame: a recording in the place of a camera. Resolves
 * once it plays; rejects with the signal's reason, and with an `Error` where this browser cannot decode it.
 *
 * @param video The file's bytes, or its address; one of another origin must allow it by CORS.
 */
export async function createVideoStream(video: Blob | string, options: FrameStreamOptions): Promise<MediaStream> {
  const { signal } = options;
  const player = await playVideo(video, signal);
  return createFrameStream((context, { width, height }) => {
    drawCovering(context, player, player.videoWidth, player.videoHeight, width, height);
  }, options);
}

/** A silent player of a video, once it plays; the signal ends it. */
export async function playVideo(video: Blob | string, signal: AbortSignal): Promise<HTMLVideoElement> {
  signal.throwIfAborted();
  const player = document.createElement('video');
  player.muted = true;
  player.loop = true;
  player.playsInline = true;
  if (typeof video === 'string') player.crossOrigin = 'anonymous';
  const address = typeof video === 'string' ? video : URL.createObjectURL(video);
  const end = () => {
    player.pause();
    player.removeAttribute('src');
    player.load();
    if (address !== video) URL.revokeObjectURL(address);
  };
  signal.addEventListener('abort', end, { once: true });
  player.src = address;
  try {
    await player.play();
    // WebKit plays on where it has no decoder for the picture.
    if (player.videoWidth === 0) throw new Error('It has no picture that this browser knows.');
  } catch (cause) {
    signal.throwIfAborted();
    signal.removeEventListener('abort', end);
    // Said by the player before it is emptied.
    const why = player.error?.message ?? '';
    end();
    throw new Error(`This browser cannot play the video. ${why}`.trim(), { cause });
  }
  return player;
}
