import { useEffect, useRef, useState } from 'preact/hooks'

import type { Me } from '../../http/desk/deskSessionRoutes.ts'
import type { DeskApi } from './deskApi.ts'
import { problemText } from './problemText.ts'
import { type Texts, useTexts } from './texts.ts'
import { hasUnsavedText } from './unsavedText.ts'
import { useFocus } from './useFocus.ts'

/** Why nobody is signed in. */
export type SignedOutReason = 'none' | 'dead_link' | 'idle' | 'left'

type Props = {
  readonly api: DeskApi
  readonly hasMail: boolean
  readonly reason: SignedOutReason
  readonly onEnter: (me: Me) => void
}

/** The way in: from Slack, or by a code sent to the hospital mail. */
export function SignIn({ api, hasMail, reason, onEnter }: Props) {
  const texts = useTexts()
  const { title, lines } = explain(reason, texts)
  const heading = useFocus()

  // Whoever signed in meanwhile in another window goes on in this one as soon as they come back to it.
  useEffect(() => {
    const look = async (): Promise<void> => {
      const me = await api<Me>('GET', 'api/me')
      if (me.ok) onEnter(me.value)
    }
    const onFocus = (): void => void look()
    addEventListener('focus', onFocus)
    return () => removeEventListener('focus', onFocus)
  }, [api, onEnter])

  return (
    <section class="card narrow" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {hasMail ? <CodeForm api={api} onEnter={onEnter} /> : <p class="quiet">{texts.signIn.noMail}</p>}
    </section>
  )
}

function explain(
  reason: SignedOutReason,
  { signIn }: Texts,
): { readonly title: string; readonly lines: readonly string[] } {
  if (reason === 'dead_link') return { title: signIn.deadLinkTitle, lines: [signIn.deadLink] }
  if (reason === 'left') return { title: signIn.leftTitle, lines: [signIn.left] }
  if (reason === 'none') return { title: signIn.title, lines: [signIn.fromSlack] }
  return { title: signIn.idleTitle, lines: [hasUnsavedText() ? signIn.idleWithText : signIn.idle, signIn.fromSlack] }
}

function CodeForm({ api, onEnter }: Pick<Props, 'api' | 'onEnter'>) {
  const texts = useTexts()
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [step, setStep] = useState<'email' | 'code'>('email')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const codeField = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (step === 'code') codeField.current?.focus()
  }, [step])

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    setIsBusy(true)
    setProblem(undefined)
    if (step === 'email') {
      const asked = await api('POST', 'code', { email })
      if (asked.ok) setStep('code')
      else setProblem(problemText(asked.code, texts))
    } else {
      const entered = await api<Me>('POST', 'session', { email, code })
      if (entered.ok) return onEnter(entered.value)
      setProblem(entered.code === 'code_wrong' ? texts.signIn.wrongCode : problemText(entered.code, texts))
    }
    setIsBusy(false)
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{step === 'email' ? texts.signIn.byMail : texts.signIn.codeSent}</p>
      <label for="email">{texts.signIn.email}</label>
      <input
        id="email"
        type="email"
        autocomplete="username"
        required
        maxLength={254}
        readOnly={step === 'code'}
        value={email}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      {step === 'code' && (
        <>
          <label for="code">{texts.signIn.code}</label>
          <input
            id="code"
            ref={codeField}
            inputMode="numeric"
            autocomplete="one-time-code"
            required
            pattern="\d{6}"
            maxLength={6}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </>
      )}
      {problem !== undefined && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="main" disabled={isBusy}>
          {step === 'email' ? texts.signIn.sendCode : texts.signIn.enter}
        </button>
        {step === 'code' && (
          <button
            type="button"
            onClick={() => {
              setStep('email')
              setCode('')
              setProblem(undefined)
            }}
          >
            {texts.signIn.otherEmail}
          </button>
        )}
      </div>
    </form>
  )
}
