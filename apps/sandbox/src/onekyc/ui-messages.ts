/** Words that the gateway offers for the screen. The keys are ours: the contract prints none. */
export const PROCESSING_MESSAGES = {
  PROCESSING: { title: 'Checking', message: 'This takes a few seconds.' },
};

/** By how the submission ended. They say nothing about why, so that they teach an attacker nothing. */
export const RESULT_MESSAGES = {
  passed: { RESULT: { title: 'Thank you', message: 'You are done.' } },
  retry: { RESULT: { title: 'Please try again', message: 'The picture could not be used.' } },
  ended: { RESULT: { title: 'Not completed', message: 'The check could not be completed.' } },
} as const;
