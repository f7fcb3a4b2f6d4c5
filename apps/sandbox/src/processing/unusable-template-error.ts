/** An enrolled face that the processor cannot compare with: the person has to be enrolled again. */
export class UnusableTemplateError extends Error {
  override readonly name = 'UnusableTemplateError';
}
