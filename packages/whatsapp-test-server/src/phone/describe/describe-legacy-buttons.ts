import type { proto } from '@whiskeysockets/baileys'
import type { Description } from './describe-message.ts'

/** The older button, list and template messages; today's phones show none of them. */
const NOT_SHOWN = 'Phones no longer show messages of this kind'

export function describeButtons(message: proto.Message.IButtonsMessage): Description {
  return {
    type: 'interactive',
    text: message.contentText ?? '',
    title: message.text ?? '',
    footer: message.footerText ?? '',
    buttons: (message.buttons ?? []).map(({ buttonId, buttonText }) => ({
      kind: 'reply',
      id: buttonId ?? '',
      title: buttonText?.displayText ?? '',
    })),
    notShownBecause: NOT_SHOWN,
  }
}

export function describeList(message: proto.Message.IListMessage): Description {
  return {
    type: 'interactive',
    text: message.description ?? '',
    title: message.title ?? '',
    footer: message.footerText ?? '',
    buttons: [{ kind: 'list', id: '', title: message.buttonText ?? '' }],
    sections: (message.sections ?? []).map(({ title, rows }) => ({
      title: title ?? '',
      rows: (rows ?? []).map((row) => ({
        id: row.rowId ?? '',
        title: row.title ?? '',
        description: row.description ?? '',
      })),
    })),
    notShownBecause: NOT_SHOWN,
  }
}

export function describeTemplate({
  hydratedTemplate,
}: proto.Message.ITemplateMessage): Description {
  return {
    type: 'interactive',
    text: hydratedTemplate?.hydratedContentText ?? '',
    title: hydratedTemplate?.hydratedTitleText ?? '',
    footer: hydratedTemplate?.hydratedFooterText ?? '',
    buttons: (hydratedTemplate?.hydratedButtons ?? []).map(({ quickReplyButton }) => ({
      kind: quickReplyButton ? 'reply' : 'other',
      id: quickReplyButton?.id ?? '',
      title: quickReplyButton?.displayText ?? '',
    })),
    notShownBecause: NOT_SHOWN,
  }
}
