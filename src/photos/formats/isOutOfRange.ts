/** Tells whether a file was read past its end, which is how Node says so. */
export function isOutOfRange(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError'
}
