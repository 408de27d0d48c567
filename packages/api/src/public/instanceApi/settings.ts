import type { NumberRecord } from '@parley/runtime/pipeline'
import { WEBHOOK_EVENTS } from '@parley/shared/api'
import type { RouteDependencies } from '../../dependencies.ts'
import type { Endpoint } from '../../http/endpoint.ts'
import { changeNumberWebhook, findNumberWebhook } from '../../webhooks/numberWebhook.ts'
import {
  acknowledgementAnswer,
  settingsAnswer,
  settingsUpdateAnswer,
  webhookAnswer,
} from './answers.ts'
import { wrong } from './chatId.ts'
import { instanceMethod } from './instanceMethod.ts'
import { bringNumbersUpToDate } from './numbered.ts'
import { acknowledgementInput, settingsInput, webhookInput } from './schema.ts'
import { isWebAddress } from './toOutbound.ts'

/** Where a number keeps it: it may be said before there is a webhook. On unless it was switched off. */
const ACKNOWLEDGEMENTS = 'ackNotificationsOn'

/** The methods about webhooks: a number has one of this format, which is a subscription like all others. */
export function settingsMethods(dependencies: RouteDependencies): readonly Endpoint[] {
  const urlOf = async (number: NumberRecord): Promise<string | null> =>
    (await findNumberWebhook(dependencies, number.id, '002'))?.url ?? null

  async function setUrl(number: NumberRecord, given: string | null): Promise<string | null> {
    const url = given?.trim() ?? ''
    if (url !== '' && !isWebAddress(url)) {
      throw wrong('webhookUrl', 'webhookUrl parameter should be an http or https URL')
    }
    const events = eventsFor(hasAcknowledgements(number))
    const change = { url, events, isEnabled: url !== '' }
    // Before it hears of the first message, so that those that were there before come before it.
    if (url !== '') await bringNumbersUpToDate(dependencies, number)
    const { webhook } = await changeNumberWebhook(dependencies, number, '002', change)
    return webhook?.url ?? null
  }

  async function setAcknowledgements(number: NumberRecord, isOn: boolean): Promise<void> {
    const { store } = dependencies
    const settings = { ...number.settings, [ACKNOWLEDGEMENTS]: isOn }
    await store.numbers.update(number.workspaceId, number.id, { settings })
    await changeNumberWebhook(dependencies, number, '002', { events: eventsFor(isOn) })
  }

  return [
    ...instanceMethod(dependencies, {
      names: ['webhook'],
      verbs: ['get'],
      summary: 'Shows the webhook',
      scope: 'read',
      answer: webhookAnswer,
      handle: async ({ number }) => presentWebhook(await urlOf(number)),
    }),
    ...instanceMethod(dependencies, {
      names: ['webhook'],
      verbs: ['post'],
      summary: 'Sets the webhook; an empty address removes it',
      scope: 'webhooks',
      input: webhookInput,
      answer: webhookAnswer,
      handle: async ({ number, input: { webhookUrl } }) => {
        if (webhookUrl === undefined) {
          throw wrong('webhookUrl', 'webhookUrl parameter is required')
        }
        return presentWebhook(await setUrl(number, webhookUrl))
      },
    }),
    ...instanceMethod(dependencies, {
      names: ['settings/ackNotificationsOn'],
      verbs: ['get', 'post'],
      summary: 'Shows whether webhooks tell of delivered and viewed messages, or sets it',
      scope: 'webhooks',
      input: acknowledgementInput,
      answer: acknowledgementAnswer,
      handle: async ({ number, input: { ackNotificationsOn } }) => {
        if (ackNotificationsOn === undefined) {
          return { ackNotificationsOn: hasAcknowledgements(number) }
        }
        await setAcknowledgements(number, ackNotificationsOn)
        return { set: true, ackNotificationsOn }
      },
    }),
    ...instanceMethod(dependencies, {
      names: ['settings'],
      verbs: ['get'],
      summary: 'Shows the settings',
      scope: 'read',
      answer: settingsAnswer,
      handle: async ({ number }) => ({
        ...FIXED_SETTINGS,
        webhookUrl: await urlOf(number),
        ackNotificationsOn: hasAcknowledgements(number),
      }),
    }),
    ...instanceMethod(dependencies, {
      names: ['settings'],
      verbs: ['post'],
      summary: 'Changes webhookUrl and ackNotificationsOn; other settings are as they are',
      scope: 'webhooks',
      input: settingsInput,
      answer: settingsUpdateAnswer,
      handle: async ({ number, input: { webhookUrl, ackNotificationsOn } }) => {
        const url = webhookUrl === undefined ? undefined : await setUrl(number, webhookUrl)
        if (ackNotificationsOn !== undefined) await setAcknowledgements(number, ackNotificationsOn)
        return {
          update: {
            ...(url !== undefined && { webhookUrl: url }),
            ...(ackNotificationsOn !== undefined && { ackNotificationsOn }),
          },
        }
      },
    }),
  ]
}

const hasAcknowledgements = ({ settings }: NumberRecord): boolean =>
  settings[ACKNOWLEDGEMENTS] !== false

const eventsFor = (hasAcks: boolean): readonly string[] =>
  hasAcks ? WEBHOOK_EVENTS['002'] : WEBHOOK_EVENTS['002'].filter((event) => event !== 'ack')

const presentWebhook = (webhookUrl: string | null) => ({ set: webhookUrl !== null, webhookUrl })

/** What Parley does, in the words of settings that cannot be changed here. */
const FIXED_SETTINGS = {
  sendDelay: 0,
  instanceStatuses: false,
  webhookStatuses: false,
  statusNotificationsOn: false,
  chatUpdateOn: false,
  videoUploadOn: true,
  guaranteedHooks: true,
  ignoreOldMessages: false,
}
