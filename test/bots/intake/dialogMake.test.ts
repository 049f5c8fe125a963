import { describe, expect, it } from '@jest/globals'
import { ComponentDialog, type Dialog, type WaterfallStep, WaterfallDialog } from 'botbuilder-dialogs'

import { dialogMake } from '../../../bots/intake/dialogMake.ts'

const step: WaterfallStep = (context) => context.next()

function talk(inner: string, steps: readonly WaterfallStep[]): Dialog {
  const part = new ComponentDialog('part').addDialog(new WaterfallDialog(inner, [...steps]))
  return new ComponentDialog('whole').addDialog(part)
}

describe('the make of a dialog', () => {
  it('is the same for the same dialogs', () => {
    expect(dialogMake(talk('steps', [step]))).toBe(dialogMake(talk('steps', [step])))
  })

  it.each([
    ['a step more, deep inside', talk('steps', [step, step])],
    ['another id, deep inside', talk('moves', [step])],
  ])('differs with %s', (_name, other) => {
    expect(dialogMake(other)).not.toBe(dialogMake(talk('steps', [step])))
  })
})
