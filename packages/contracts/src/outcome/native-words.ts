import type { Channel, NativeWords, Provider } from './outcome.ts';

type Word = Exclude<keyof NativeWords, 'provider' | 'product' | 'channel' | 'raw' | 'httpStatus'>;

/** The provider's words, without those that it did not say. */
export function nativeWords(
  provider: Provider,
  product: string | null,
  channel: Channel,
  words: Partial<Record<Word, string | undefined>>,
  httpStatus?: number,
): NativeWords {
  const spoken = Object.entries(words).filter((entry): entry is [Word, string] => entry[1] !== undefined);
  return {
    provider,
    product,
    channel,
    ...Object.fromEntries(spoken),
    ...(httpStatus === undefined ? {} : { httpStatus }),
  };
}
