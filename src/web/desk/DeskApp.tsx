import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'

import type { Me } from '../../http/desk/deskSessionRoutes.ts'
import { isIncidentNumber } from '../../tickets/ticketNumber.ts'
import { createDeskApi, type Reply } from './deskApi.ts'
import { AccessLog } from './AccessLog.tsx'
import { IncidentList } from './IncidentList.tsx'
import { IncidentPage } from './IncidentPage.tsx'
import { IdleBar } from './IdleBar.tsx'
import { SignIn, type SignedOutReason } from './SignIn.tsx'
import { TEXTS, type Texts, TextsContext } from './texts.ts'
import { TicketList } from './TicketList.tsx'
import { TicketPage } from './TicketPage.tsx'
import { forgetUnsavedTextOfOthers } from './unsavedText.ts'

type Place =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'out'; readonly reason: SignedOutReason }
  | { readonly kind: 'in'; readonly me: Me; readonly cameByDeadLink: boolean }

type Props = {
  readonly hospital: { readonly ko: string; readonly en: string }
  readonly hasMail: boolean
  /** The token of the link that was opened; absent when the page itself was. */
  readonly linkToken: string | undefined
}

/** The whole page: who is signed in, and what they look at. */
export function DeskApp({ hospital, hasMail, linkToken }: Props) {
  const [language, setLanguage] = useState<Texts['language']>('ko')
  const [place, setPlace] = useState<Place>({ kind: 'opening' })
  const [number, setNumber] = useState(numberInAddress)
  const [lastReplyAt, setLastReplyAt] = useState(Date.now)
  const texts = TEXTS[language]
  const logPlace = findLogPlace(number)

  const isIn = useRef(false)
  isIn.current = place.kind === 'in'
  const signedOut = useCallback(() => setPlace({ kind: 'out', reason: 'idle' }), [])
  const api = useMemo(
    () =>
      createDeskApi((status) => {
        if (status !== 401) setLastReplyAt(Date.now())
        else if (isIn.current) signedOut()
      }),
    [signedOut],
  )

  const enter = useCallback((me: Me, cameByDeadLink = false) => {
    forgetUnsavedTextOfOthers(me.id)
    if (me.ticketNumber !== undefined && !location.hash) history.replaceState(null, '', `/desk#${me.ticketNumber}`)
    setNumber(numberInAddress())
    setLastReplyAt(Date.now())
    setPlace({ kind: 'in', me, cameByDeadLink })
  }, [])

  const open = useCallback(async () => {
    setPlace({ kind: 'opening' })
    const byLink: Reply<Me> | undefined = linkToken ? await api<Me>('POST', 'session', { token: linkToken }) : undefined
    if (byLink?.ok) return enter(byLink.value)
    if (byLink?.code === 'offline') return setPlace({ kind: 'unreachable' })
    const bySession = await api<Me>('GET', 'api/me')
    if (bySession.ok) return enter(bySession.value, byLink !== undefined)
    if (bySession.code === 'offline') return setPlace({ kind: 'unreachable' })
    setPlace({ kind: 'out', reason: byLink ? 'dead_link' : 'none' })
  }, [api, enter, linkToken])

  useEffect(() => void open(), [open])
  useEffect(() => {
    const follow = (): void => setNumber(numberInAddress())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${hospital[language]} ${texts.title}`
  }, [hospital, language, texts])

  async function signOut(): Promise<void> {
    await api('DELETE', 'session')
    forgetUnsavedTextOfOthers()
    history.replaceState(null, '', '/desk')
    setNumber(undefined)
    setPlace({ kind: 'out', reason: 'left' })
  }

  return (
    <TextsContext.Provider value={texts}>
      <header class="top">
        <p class="top-name">
          <a href="#">
            {hospital[language]} <b>{texts.title}</b>
          </a>
        </p>
        <div class="top-tools">
          {place.kind === 'in' && place.me.isPrivacyOfficer && <a href="#log">{texts.log.title}</a>}
          {place.kind === 'in' && <span class="top-me">{place.me.name}</span>}
          <button
            type="button"
            class="plain"
            lang={language === 'ko' ? 'en' : 'ko'}
            onClick={() => setLanguage(language === 'ko' ? 'en' : 'ko')}
          >
            {texts.otherLanguage}
          </button>
          {place.kind === 'in' && (
            <button type="button" class="plain" onClick={() => void signOut()}>
              {texts.signOut}
            </button>
          )}
        </div>
      </header>
      {place.kind === 'in' && (
        <IdleBar
          idleSeconds={place.me.idleSeconds}
          lastReplyAt={lastReplyAt}
          onStay={() => void api('GET', 'api/me')}
          onOver={signedOut}
        />
      )}
      <main>
        {place.kind === 'opening' && <p class="quiet">{texts.loading}</p>}
        {place.kind === 'unreachable' && (
          <section class="card narrow">
            <p role="alert">{texts.problem.offline}</p>
            <button type="button" onClick={() => void open()}>
              {texts.retry}
            </button>
          </section>
        )}
        {place.kind === 'out' && <SignIn api={api} hasMail={hasMail} reason={place.reason} onEnter={enter} />}
        {place.kind === 'in' && number === undefined && place.me.isOnDuty && <IncidentList api={api} />}
        {place.kind === 'in' && number === undefined && (
          <TicketList
            api={api}
            notice={place.cameByDeadLink ? `${texts.signIn.deadLink} ${texts.signIn.deadLinkButSignedIn}` : undefined}
          />
        )}
        {place.kind === 'in' && logPlace && <AccessLog api={api} place={logPlace} />}
        {place.kind === 'in' && number !== undefined && isIncidentNumber(number) && (
          <IncidentPage key={number} api={api} number={number} />
        )}
        {place.kind === 'in' && number !== undefined && !logPlace && !isIncidentNumber(number) && (
          <TicketPage key={number} api={api} me={place.me} number={number} />
        )}
      </main>
    </TextsContext.Provider>
  )
}

/** Where in the access log the address leads; undefined when it leads elsewhere. */
function findLogPlace(address: string | undefined): readonly string[] | undefined {
  const [first, ...place] = address?.split('/') ?? []
  return first === 'log' ? place : undefined
}

function numberInAddress(): string | undefined {
  return decodeURIComponent(location.hash.slice(1)) || undefined
}
