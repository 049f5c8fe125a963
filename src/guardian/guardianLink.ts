const TOKEN_CHARS = 32

/**
 * The token in a guardian's link: drawn from the request's id under the look-up key, so that it is kept nowhere and a
 * second try at sending sends the same link.
 */
export function guardianToken(hash: (purpose: string, value: string) => string, requestId: string): string {
  return hash('guardian_link', requestId).slice(0, TOKEN_CHARS)
}

/** What the database knows a token by. */
export function guardianTokenHash(hash: (purpose: string, value: string) => string, token: string): string {
  return hash('guardian_token', token)
}
