const NAME = 'sori_desk'

/** The session token a request carries; undefined when it carries none. */
export function findSessionToken(cookieHeader: string | undefined): string | undefined {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [name, value] = pair.split('=', 2)
    if (name?.trim() === NAME && value) return value.trim()
  }
  return undefined
}

/** A `Set-Cookie` value for the session: out of reach of scripts, sent to the desk alone, gone with the browser. */
export function sessionCookie(sessionToken: string, publicUrl: string): string {
  return [`${NAME}=${sessionToken}`, ...attributes(publicUrl)].join('; ')
}

/** A `Set-Cookie` value that takes the session's cookie away. */
export function endedSessionCookie(publicUrl: string): string {
  return [`${NAME}=`, ...attributes(publicUrl), 'Max-Age=0'].join('; ')
}

function attributes(publicUrl: string): readonly string[] {
  const always = ['Path=/desk', 'HttpOnly', 'SameSite=Strict']
  return publicUrl.startsWith('https:') ? [...always, 'Secure'] : always
}
