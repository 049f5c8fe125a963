import type { Delivery, NewDelivery, Sender, SendOutcome, SettleOutcome } from '../../src/delivery/delivery.ts'

type Behaviour = (delivery: Delivery) => Promise<SendOutcome> | SendOutcome

/** The other side of every delivery: what arrived there, in order, and how it answers. */
export type OtherSide = {
  readonly sender: Sender
  /** Everything that arrived; a delivery that arrives twice is there twice. */
  readonly arrived: NewDelivery[]
  readonly looks: NewDelivery[]
  /** How it answers the next attempts at a delivery, one after another; then it takes it in. */
  behave(id: string, ...behaviours: readonly Behaviour[]): void
  /** How it answers whoever looks; absent: truthfully. */
  answerLooks(outcome: SettleOutcome | undefined): void
}

export const sent: SendOutcome = { kind: 'sent', reference: { channel: 'C', ts: '1.0' } }

export function createOtherSide(): OtherSide {
  const arrived: NewDelivery[] = []
  const looks: NewDelivery[] = []
  const behaviours = new Map<string, Behaviour[]>()
  let answer: SettleOutcome | undefined
  const takeIn: Behaviour = (delivery) => {
    arrived.push(delivery)
    return sent
  }
  return {
    arrived,
    looks,
    behave: (id, ...next) => behaviours.set(id, [...next]),
    answerLooks: (outcome) => (answer = outcome),
    sender: {
      send: async (delivery) => (behaviours.get(delivery.id)?.shift() ?? takeIn)(delivery),
      async settle(delivery) {
        looks.push(delivery)
        if (answer) return answer
        const isThere = arrived.some(({ id }) => id === delivery.id)
        return isThere ? { kind: 'found', reference: { channel: 'C', ts: 'found' } } : { kind: 'absent' }
      },
    },
  }
}
