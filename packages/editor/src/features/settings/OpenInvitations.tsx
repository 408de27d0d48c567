import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Mail, X } from 'lucide-react'
import { invitationsQuery, revokeInvitation } from '../../api/workspaces.ts'
import { formatDate } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Card } from '../../ui/Card.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { toast } from '../../ui/toast.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Invitations that nobody has taken yet. Shows nothing when there are none. */
export function OpenInvitations() {
  const { data: invitations = [] } = useQuery(invitationsQuery)
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: revokeInvitation,
    onSuccess: async () => {
      toast({ title: t('settings.members.revoked') })
      await client.invalidateQueries({ queryKey: invitationsQuery.queryKey })
    },
  })
  if (invitations.length === 0) return null
  return (
    <SettingsSection title={t('settings.members.invitations')}>
      <Card>
        <ul className="divide-y divide-line">
          {invitations.map(({ id, email, role, expiresAt }) => (
            <li key={id} className="flex items-center gap-3 px-4 py-3">
              <Mail className="size-5 shrink-0 text-ink-faint" aria-hidden />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{email}</p>
                <p className="text-[0.8125rem] text-ink-muted">
                  {t('settings.members.expires', { when: formatDate(Date.parse(expiresAt)) })}
                </p>
              </div>
              <Badge>{t(`roles.${role}`)}</Badge>
              <IconButton
                size="sm"
                variant="dangerGhost"
                label={t('settings.members.revoke', { email })}
                icon={<X />}
                onClick={() => revoke.mutate(id)}
              />
            </li>
          ))}
        </ul>
      </Card>
    </SettingsSection>
  )
}
