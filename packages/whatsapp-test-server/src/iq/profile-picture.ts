import { element, firstChild } from '../wire/node.ts'
import type { NamespaceHandlers } from './request-handler.ts'

/** `w:profile:picture`: the address of somebody's picture. */
export const profilePicture: NamespaceHandlers = {
  'get/picture': (request, client) => {
    const url = client.network.findAccount(request.attrs.target ?? '')?.pictureUrl
    if (!url) return client.refuse(request, { code: 404, text: 'item-not-found' })
    const { type } = firstChild(request).attrs
    client.answer(request, [element('picture', { id: 1, type, url, direct_path: '/picture' })])
  },
}
