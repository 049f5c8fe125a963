import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

import type { OutboxStore } from './delivery/ports.ts'
import { DELIVERY_STATES } from './delivery/delivery.ts'

/** Numbers for operators. No label ever holds anything a person said or is called by. */
export function createMetrics(outbox: Pick<OutboxStore, 'countByState'>) {
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
  return {
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
