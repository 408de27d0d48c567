import type { ConnectedNumber } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { flowsQuery } from '../../api/flows.ts'
import {
  deleteNumber,
  disconnectNumber,
  numbersQuery,
  renameNumber,
  replaceNumberKey,
} from '../../api/numbers.ts'
import { t } from '../../i18n/t.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { RenameDialog } from '../../ui/RenameDialog.tsx'
import { KeyOnce } from './KeyOnce.tsx'
import { PairDialog } from './PairDialog.tsx'
import { SandboxSettingsDialog, WriteAsCustomerDialog } from './SandboxDialogs.tsx'
import { SendingSettingsDialog } from './SendingSettingsDialog.tsx'

/** What can be opened about a number. */
export type NumberQuestion =
  | 'pair'
  | 'rename'
  | 'delete'
  | 'disconnect'
  | 'key'
  | 'sandbox'
  | 'write'
  | 'sending'

/** The dialog that somebody has opened about a number. */
export function NumberDialog({
  what,
  number,
  onClose,
}: {
  what: NumberQuestion
  number: ConnectedNumber
  onClose: () => void
}) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: numbersQuery.queryKey })
  const rename = useMutation({
    mutationFn: (name: string) => renameNumber(number.id, name),
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  const remove = useMutation({
    mutationFn: async () => {
      await deleteNumber(number.id)
      await Promise.all([refresh(), client.invalidateQueries({ queryKey: flowsQuery.queryKey })])
    },
  })
  const disconnect = useMutation({
    mutationFn: () => disconnectNumber(number.id),
    onSuccess: refresh,
  })
  const replaceKey = useMutation({
    mutationFn: () => replaceNumberKey(number.id),
    onSuccess: refresh,
  })

  switch (what) {
    case 'pair':
      return <PairDialog number={number} onClose={onClose} />
    case 'sandbox':
      return number.sandbox ? (
        <SandboxSettingsDialog number={number} settings={number.sandbox} onClose={onClose} />
      ) : null
    case 'sending':
      return number.settings ? (
        <SendingSettingsDialog number={number} settings={number.settings} onClose={onClose} />
      ) : null
    case 'write':
      return <WriteAsCustomerDialog number={number} onClose={onClose} />
    case 'rename':
      return (
        <RenameDialog
          title={t('numbers.renameTitle')}
          label={t('numbers.name')}
          name={number.name}
          maxLength={100}
          isBusy={rename.isPending}
          onSave={(name) => rename.mutate(name)}
          onClose={onClose}
        />
      )
    case 'disconnect':
      return (
        <AlertDialog
          isOpen
          onOpenChange={onClose}
          title={t('numbers.disconnectTitle', { name: number.name })}
          confirmLabel={t('numbers.disconnectSubmit')}
          onConfirm={() => disconnect.mutateAsync()}
        >
          {t('numbers.disconnectHelp')}
        </AlertDialog>
      )
    case 'delete':
      return (
        <AlertDialog
          isOpen
          onOpenChange={onClose}
          title={t('numbers.deleteTitle', { name: number.name })}
          confirmLabel={t('numbers.deleteSubmit')}
          onConfirm={() => remove.mutateAsync()}
        >
          {t('numbers.deleteHelp')}
        </AlertDialog>
      )
    case 'key':
      return replaceKey.data ? (
        <Dialog
          isOpen
          onOpenChange={onClose}
          title={t('numbers.newKeyTitle', { name: number.name })}
        >
          <KeyOnce sessionKey={replaceKey.data.sessionKey} />
        </Dialog>
      ) : (
        <AlertDialog
          isOpen
          // It closes itself after confirming; the key that then has arrived is shown instead.
          onOpenChange={(isOpen) =>
            !isOpen && !replaceKey.isPending && !replaceKey.isSuccess && onClose()
          }
          title={t('numbers.replaceKeyTitle', { name: number.name })}
          confirmLabel={t('numbers.replaceKeySubmit')}
          onConfirm={() => replaceKey.mutateAsync()}
        >
          {t('numbers.replaceKeyHelp')}
        </AlertDialog>
      )
  }
}
