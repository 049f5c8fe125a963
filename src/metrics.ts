import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'

import type { CountModelCall } from '../skills/languageModel/languageModel.ts'
import type { OutboxStore } from './delivery/ports.ts'
import { DELIVERY_STATES } from './delivery/delivery.ts'

/**
 * Numbers for operators. No label ever holds anything a person said or is called by.
 *
 * @param countStaleHelplines how many phone numbers of the hospital file nobody verified for a year
 */
export function createMetrics(outbox: Pick<OutboxStore, 'countByState'>, countStaleHelplines: () => number) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const deliveries = new Gauge({
    name: 'sori_outbox_deliveries',
    help: 'Deliveries in the outbox by state; parked ones need a person.',
    labelNames: ['state'],
    registers: [],
    async collect() {
      const counts = await outbox.countByState()
      for (const state of DELIVERY_STATES) this.set({ state }, counts[state] ?? 0)
    },
  })
  registry.registerMetric(deliveries)
  const helplines = new Gauge({
    name: 'sori_helplines_stale',
    help: 'Helplines in the hospital file whose number was verified more than a year ago; somebody has to call them.',
    registers: [],
    collect() {
      this.set(countStaleHelplines())
    },
  })
  registry.registerMetric(helplines)
  const modelCalls = new Counter({
    name: 'sori_model_calls_total',
    help: 'Calls of the language model by what for and what came of it; all but answered fell back to the local answer.',
    labelNames: ['purpose', 'outcome'],
    registers: [registry],
  })
  return {
    countModelCall: ((purpose, outcome) => modelCalls.inc({ purpose, outcome })) satisfies CountModelCall,
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
