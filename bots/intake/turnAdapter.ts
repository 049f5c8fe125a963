import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder'

import { attachTurn, type Turn, turnOf } from '../../dialogs/turn.ts'

/**
 * The botbuilder adapter that all doors share: it runs a bot over one turn and collects what the bot sends, so that
 * nothing reaches anybody before the turn is written.
 */
export class TurnAdapter extends BotAdapter {
  /** Runs the logic over an activity, with the turn attached to its context. */
  async run(activity: Partial<Activity>, turn: Turn, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const context = new TurnContext(this, activity)
    attachTurn(context.turnState, turn)
    await this.runMiddleware(context, logic)
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const { replies } = turnOf({ context })
    return activities.map((activity) => {
      if (activity.type === ActivityTypes.Message) replies.push(activity)
      return { id: String(replies.length) }
    })
  }

  override async updateActivity(): Promise<void> {
    throw new Error('What was said to a patient is not changed afterwards.')
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('What was said to a patient is not taken back.')
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('A conversation goes on by a turn of its own; see runTurn.')
  }
}
