import { createOutboxWorker } from '../../src/delivery/outboxWorker.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createOutboxStore } from '../../src/store/outboxStore.ts'

// A worker in a process of its own. It prints the id of the delivery it is in the middle of sending, and waits to be killed.
const [connectionString = ''] = process.argv.slice(2)
const { db } = openDatabase({ connectionString })

const hang = {
  send: async ({ id }: { id: string }) => {
    console.log(id)
    return new Promise<never>(() => undefined)
  },
  settle: async () => ({ kind: 'unknown', code: 'not_asked' }) as const,
}
const quiet = () => undefined

createOutboxWorker({
  outbox: createOutboxStore({ db, onEnqueued: quiet }),
  senders: {
    slack_card: hang,
    slack_note: hang,
    slack_page: hang,
    slack_alarm: hang,
    patient_reply: hang,
    guardian_link: hang,
    photo_fetch: hang,
  },
  wakeUps: { subscribe: async () => async () => undefined },
  now: () => new Date(),
  random: Math.random,
  owner: 'the worker that dies',
  log: { info: quiet, warn: quiet, error: quiet },
  onParked: async () => undefined,
  onStuck: async () => undefined,
}).start()
