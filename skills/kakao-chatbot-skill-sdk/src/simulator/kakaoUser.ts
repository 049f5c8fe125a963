import type { QuickReply } from '../skillResponse.ts'
import { createPhone, type BotMessage, type PhoneMessage } from './phone.ts'
import type { SimulatedPhoto } from './photos.ts'
import { secureImageParams, type SendPhotosOptions } from './secureImageParams.ts'
import { findBlockFor, type SimulatedBlock } from './simulatedBlock.ts'
import { outputTappables, quickReplyTappable, type Tappable } from './tappable.ts'
import { createTurnRunner, type Chatter, type KakaoCloud, type Step, type StepOutcome } from './turnRunner.ts'

/**
 * A person with a phone. Saying and tapping resolve with what the phone then showed: `undefined` where it shows
 * nothing, because the skill failed (see the simulator's `failures`) or the tap does not reach it.
 */
export interface KakaoUser {
  /** Their `botUserKey`. */
  readonly id: string
  readonly isFriend: boolean
  /** The whole chat, oldest first. */
  readonly messages: readonly PhoneMessage[]
  /** Those of the newest bubble; gone once something follows it. */
  readonly quickReplies: readonly QuickReply[]
  /** `data.prompt` of the last response; `undefined` where it has none. */
  readonly lastPrompt: string | undefined
  readonly say: (text: string) => Promise<BotMessage | undefined>
  /** @throws {Error} when no quick reply with that label is shown now */
  readonly tapQuickReply: (label: string) => Promise<BotMessage | undefined>
  /**
   * Taps a button or list item; old bubbles stay tappable.
   * @param messageIndex which of `messages`; absent: the newest that has the label
   * @throws {Error} when there is none
   */
  readonly tapButton: (label: string, messageIndex?: number) => Promise<BotMessage | undefined>
  /** True while the secure-image plugin of a block waits: only photos, an escape block or a block button end that. */
  readonly isAskedForPhotos: boolean
  /**
   * Agrees to the plugin's consent items and sends 1 to 10 photos.
   * @throws {Error} when no plugin waits, or the simulator is not started
   */
  readonly sendPhotos: (
    photos: readonly SimulatedPhoto[],
    options?: SendPhotosOptions,
  ) => Promise<BotMessage | undefined>
  /** Becomes a friend; the first time, the welcome block speaks, where the bot has one. */
  readonly addChannel: () => Promise<BotMessage | undefined>
  readonly blockChannel: () => void
  /** Called after every change of the chat or the friendship. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void
}

/** A person, and the cloud's own way to reach them. */
export interface KakaoUserEngine {
  readonly user: KakaoUser
  /** Runs the event block for them; `properties` are those the event gives this person. */
  readonly runEvent: (
    eventName: string,
    params: Readonly<Record<string, string>>,
    properties: Readonly<Record<string, string>>,
  ) => Promise<StepOutcome>
}

const findTappable = (label: string, messages: readonly (PhoneMessage | undefined)[]): Tappable => {
  const found = messages
    .flatMap((message) => (message?.from === 'bot' ? outputTappables(message.outputs) : []))
    .find((tappable) => tappable.label === label)
  if (!found) throw new Error(`No button "${label}" is shown`)
  return found
}

/** Kakao documents no text for a plugin that was completed; a skill should go by the parameter. */
const photosSentText = '사진을 보냈습니다'

/** A person who has not added the channel yet. */
export const createKakaoUser = (chatter: Chatter, cloud: KakaoCloud): KakaoUserEngine => {
  const { blocks } = cloud
  const phone = createPhone(cloud.now)
  const run = createTurnRunner(chatter, phone, cloud)
  let asking: SimulatedBlock | undefined
  let isFriend = false
  let hasEntered = false

  const take = async (step: Step): Promise<BotMessage | undefined> => {
    asking = step.block?.secureImages && !step.actionParams ? step.block : undefined
    const outcome = await run(step, isFriend)
    return outcome.ok ? outcome.message : undefined
  }

  const blockFor = (text: string): SimulatedBlock | undefined => {
    const block = findBlockFor(blocks, text)
    return asking && block?.kind !== 'escape' ? asking : block
  }

  const sendPhotos: KakaoUser['sendPhotos'] = async (photos, options = {}) => {
    const baseUrl = cloud.photoBaseUrl()
    if (!asking?.secureImages) throw new Error('No block asks for photos now')
    if (baseUrl === undefined) throw new Error('The simulator is not started')
    const { parameter } = asking.secureImages
    const actionParams = secureImageParams(parameter, photos, { baseUrl, shelf: cloud.photos }, options)
    phone.showOwn(photosSentText)
    return take({ block: asking, utterance: photosSentText, actionParams })
  }

  const tap = async ({ tap, trigger }: Tappable): Promise<BotMessage | undefined> => {
    if (tap.kind === 'silent') return undefined
    phone.showOwn(tap.text)
    const isBlock = tap.kind === 'block'
    return take({
      block: isBlock ? blocks.find((block) => block.id === tap.blockId) : blockFor(tap.text),
      utterance: tap.text,
      clientExtra: tap.extra,
      triggerType: `${trigger}_${isBlock ? 'BLOCK' : 'MESSAGE'}`,
    })
  }

  const setFriend = (next: boolean): void => {
    isFriend = next
    phone.announce()
  }

  const enter = async (): Promise<BotMessage | undefined> => {
    const welcome = blocks.find(({ kind }) => kind === 'welcome')
    const isFirst = !hasEntered
    hasEntered = true
    return welcome && isFirst ? take({ block: welcome, utterance: welcome.name }) : undefined
  }

  const user: KakaoUser = {
    id: chatter.id,
    get isFriend() {
      return isFriend
    },
    get messages() {
      return phone.messages()
    },
    get quickReplies() {
      return phone.quickReplies()
    },
    get lastPrompt() {
      return phone.lastPrompt()
    },
    say: async (text) => {
      phone.showOwn(text)
      return take({ block: blockFor(text), utterance: text, triggerType: 'TEXT_INPUT' })
    },
    tapQuickReply: async (label) => {
      const quickReply = phone.quickReplies().find((shown) => shown.label === label)
      if (!quickReply) throw new Error(`No quick reply "${label}" is shown`)
      return tap(quickReplyTappable(quickReply))
    },
    tapButton: async (label, messageIndex) => {
      const messages = phone.messages()
      return tap(findTappable(label, messageIndex === undefined ? messages.toReversed() : [messages[messageIndex]]))
    },
    get isAskedForPhotos() {
      return asking !== undefined
    },
    sendPhotos,
    addChannel: async () => {
      setFriend(true)
      return enter()
    },
    blockChannel: () => setFriend(false),
    onChange: phone.onChange,
  }

  const runEvent: KakaoUserEngine['runEvent'] = (eventName, params, userProperties) =>
    run({ block: blocks.find(({ kind }) => kind === 'event'), utterance: eventName, params, userProperties }, isFriend)

  return { user, runEvent }
}
