import { type Member, ROLES, type Role, roleAllows } from '@parley/shared/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { LogOut, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useDenied, useMe, useWorkspace } from '../../api/access.ts'
import { meQuery } from '../../api/auth.ts'
import { changeRole, membersQuery, removeMember } from '../../api/workspaces.ts'
import { formatDate } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { OpenInvitations } from './OpenInvitations.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Who belongs to the workspace and what they may do. */
export function MemberSettings() {
  const { data: members, error, refetch } = useQuery(membersQuery)
  const { user } = useMe()
  const { role } = useWorkspace()
  const denied = useDenied('owner')
  const [isInviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const { setRole, remove } = useMemberActions()
  const isSelf = (member: Member) => member.userId === user.id
  return (
    <>
      <SettingsSection
        title={t('settings.members.title')}
        help={t('settings.members.help')}
        actions={
          <Button
            variant="primary"
            icon={<UserPlus />}
            disabledReason={denied}
            onClick={() => setInviting(true)}
          >
            {t('settings.members.invite')}
          </Button>
        }
      >
        {error && !members ? (
          <LoadError size="panel" error={error} onRetry={() => void refetch()} />
        ) : !members ? (
          <Skeleton className="h-40 rounded-card" />
        ) : (
          <Card>
            <ul className="divide-y divide-line">
              {members.map((member) => (
                <MemberRow
                  key={member.userId}
                  member={member}
                  isSelf={isSelf(member)}
                  isDenied={denied !== undefined}
                  onRole={(newRole) => setRole.mutate({ member, role: newRole })}
                  onRemove={() => setLeaving(member)}
                />
              ))}
            </ul>
          </Card>
        )}
      </SettingsSection>
      {roleAllows(role, 'owner') && <OpenInvitations />}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      {leaving && (
        <RemoveDialog
          member={leaving}
          isSelf={isSelf(leaving)}
          onConfirm={() => remove.mutateAsync(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  )
}

function useMemberActions() {
  const client = useQueryClient()
  const setRole = useMutation({
    mutationFn: ({ member, role: newRole }: { member: Member; role: Role }) =>
      changeRole(member.userId, newRole),
    onSuccess: (_answer, { member, role: newRole }) =>
      toast({
        title: t('settings.members.roleChanged', {
          name: member.name,
          role: t(`roles.${newRole}`),
        }),
        tone: 'success',
      }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: membersQuery.queryKey }),
        client.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]),
  })
  const remove = useMutation({
    mutationFn: (member: Member) => removeMember(member.userId),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: membersQuery.queryKey }),
        client.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]),
  })
  return { setRole, remove }
}

function MemberRow({
  member,
  isSelf,
  isDenied,
  onRole,
  onRemove,
}: {
  member: Member
  isSelf: boolean
  isDenied: boolean
  onRole: (role: Role) => void
  onRemove: () => void
}) {
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <Avatar name={member.name} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{member.name}</span>
          {isSelf && <Badge>{t('settings.members.you')}</Badge>}
        </p>
        <p className="truncate text-[0.8125rem] text-ink-muted">
          {member.email} ·{' '}
          {t('settings.members.joined', {
            when: formatDate(Date.parse(member.joinedAt)),
          })}
        </p>
      </div>
      {isDenied ? (
        <Badge tone="neutral">{t(`roles.${member.role}`)}</Badge>
      ) : (
        <Select<Role>
          size="sm"
          className="w-32"
          label={t('settings.members.roleOf', { name: member.name })}
          value={member.role}
          onValueChange={onRole}
          options={ROLES.map((each) => ({
            value: each,
            label: t(`roles.${each}`),
            description: t(`roles.${each}Help`),
          }))}
        />
      )}
      {(isSelf || !isDenied) && (
        <IconButton
          variant="dangerGhost"
          size="sm"
          label={
            isSelf
              ? t('settings.members.leave')
              : t('settings.members.remove', { name: member.name })
          }
          icon={isSelf ? <LogOut className="rtl:-scale-x-100" /> : <Trash2 />}
          onClick={onRemove}
        />
      )}
    </li>
  )
}

function RemoveDialog({
  member,
  isSelf,
  onConfirm,
  onClose,
}: {
  member: Member
  isSelf: boolean
  onConfirm: () => Promise<unknown>
  onClose: () => void
}) {
  return (
    <AlertDialog
      isOpen
      onOpenChange={onClose}
      title={
        isSelf
          ? t('settings.members.leaveTitle')
          : t('settings.members.removeTitle', { name: member.name })
      }
      confirmLabel={isSelf ? t('settings.members.leave') : t('settings.members.removeSubmit')}
      onConfirm={onConfirm}
    >
      {isSelf ? t('settings.members.leaveHelp') : t('settings.members.removeHelp')}
    </AlertDialog>
  )
}
