import { cornerError, openPipelines } from './pipelines.mjs';

/** CPU milliseconds and corner errors of every pipeline, in this process, interleaved scene by scene. */
export async function inNode(shown, rounds, warmUp) {
  const pipelines = await openPipelines();
  const results = pipelines.map(({ name }) => ({ name, cpuMs: [], ofScene: [], errors: new Map(), falseFinds: 0 }));
  for (let i = 0; i < warmUp; i += 1) {
    const { image } = shown[i % shown.length];
    for (const pipeline of pipelines) {
      await pipeline.begin?.(image);
      await pipeline.find(image);
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { condition, image, quad } of shown) {
      for (const [i, pipeline] of pipelines.entries()) {
        const { frames = 1 } = pipeline;
        await pipeline.begin?.(image);
        let found;
        let sum = 0;
        for (let frame = 0; frame < frames; frame += 1) {
          const before = process.cpuUsage();
          found = await pipeline.find(image);
          const { user, system } = process.cpuUsage(before);
          results[i].cpuMs.push((user + system) / 1000);
          sum += (user + system) / 1000;
        }
        results[i].ofScene.push(sum / frames);
        if (round > 0) continue;
        if (quad === null) results[i].falseFinds += found === null ? 0 : 1;
        else {
          const errors = results[i].errors.get(condition) ?? [];
          errors.push(found === null ? Infinity : cornerError(found, quad, image));
          results[i].errors.set(condition, errors);
        }
      }
    }
    console.error(`node: round ${round + 1} of ${rounds}`);
  }
  return results;
}
