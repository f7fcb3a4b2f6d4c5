/** Every track that the browser gave to this page. */
export const tracks: MediaStreamTrack[] = [];

// Absent in an insecure context.
if (navigator.mediaDevices !== undefined) {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
}

/** How many of them have not ended. */
export function liveTracks(): number {
  return tracks.filter(({ readyState }) => readyState === 'live').length;
}
