import type { PhoneMessage } from 'kakao-chatbot-skill-sdk/simulator'
import type { QuickReply } from 'kakao-chatbot-skill-sdk'
import { useState } from 'preact/hooks'

import { Column } from '../Column.tsx'
import { postJson } from '../postJson.ts'
import { texts } from '../texts.ts'
import { useFetched } from '../useFetched.ts'
import { PhoneComposer } from './PhoneComposer.tsx'
import { PhoneMessages } from './PhoneMessages.tsx'
import { PhotoPicker } from './PhotoPicker.tsx'
import { QuickReplies } from './QuickReplies.tsx'

const patients = [1, 2, 3]

/** What the page's server tells of a phone. */
type SeenPhone = {
  readonly isFriend: boolean
  readonly messages: readonly PhoneMessage[]
  readonly quickReplies: readonly QuickReply[]
  /** The plugin that takes photos is open. */
  readonly isAskedForPhotos: boolean
}

const untouched: SeenPhone = { isFriend: false, messages: [], quickReplies: [], isAskedForPhotos: false }

/** What the person with the phone does. */
type PhoneAct =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'quick_reply'; readonly label: string }
  | { readonly kind: 'button'; readonly label: string; readonly message: number }
  | { readonly kind: 'photos'; readonly count: number }
  | { readonly kind: 'add_channel' | 'block_channel' }

type Props = { readonly isChosen: boolean; readonly hospitalName: string; readonly changeCount: number }

/** A phone with the chat of the hospital's KakaoTalk channel. */
export function PhoneColumn({ isChosen, hospitalName, changeCount }: Props) {
  const [user, setUser] = useState('patient-1')
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string>()
  const { isFriend, messages, quickReplies, isAskedForPhotos } = useFetched(
    `/phone?user=${user}`,
    changeCount,
    untouched,
  )

  async function act(deed: PhoneAct): Promise<void> {
    setWaiting((users) => [...users, user])
    const posted = await postJson('/phone', { user, ...deed })
    setWaiting((users) => users.toSpliced(users.indexOf(user), 1))
    setProblem(posted.ok ? undefined : posted.problem)
  }

  const tools = (
    <select
      data-testid="kakao-user"
      aria-label={texts.phone.who}
      value={user}
      onChange={(event) => setUser(event.currentTarget.value)}
    >
      {patients.map((number) => (
        <option key={number} value={`patient-${number}`}>
          {texts.phone.patient(number)}
        </option>
      ))}
    </select>
  )
  return (
    <Column id="phone" {...texts.phone} isChosen={isChosen} tools={tools}>
      <div class="phone">
        <div class="phone-head">
          <strong>{texts.phone.channel(hospitalName)}</strong>
          <button
            type="button"
            class={isFriend ? '' : 'inviting'}
            data-testid="kakao-friend"
            onClick={() => void act({ kind: isFriend ? 'block_channel' : 'add_channel' })}
          >
            {isFriend ? texts.phone.block : texts.phone.add}
          </button>
        </div>
        <PhoneMessages
          user={user}
          channelName={texts.phone.channel(hospitalName)}
          messages={messages}
          isWaiting={waiting.includes(user)}
          onTap={(label, message) => void act({ kind: 'button', label, message })}
        />
        {problem !== undefined && (
          <p class="phone-problem" role="alert">
            {texts.failed}
            {problem}
          </p>
        )}
        {isAskedForPhotos && <PhotoPicker onSend={(count) => void act({ kind: 'photos', count })} />}
        <QuickReplies quickReplies={quickReplies} onTap={(label) => void act({ kind: 'quick_reply', label })} />
        <PhoneComposer key={user} onSend={(text) => void act({ kind: 'say', text })} />
      </div>
    </Column>
  )
}
