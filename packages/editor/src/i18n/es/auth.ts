import type { auth as english } from '../en/auth.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const auth: SpanishOf<typeof english> = {
  email: 'Correo electrónico',
  emailPlaceholder: 'tu@empresa.com',
  password: 'Contraseña',
  newPassword: 'Contraseña nueva',
  passwordHelp: 'Al menos {count} caracteres. Unas cuantas palabras sin relación van bien.',
  showPassword: 'Mostrar la contraseña',
  hidePassword: 'Ocultar la contraseña',
  name: 'Tu nombre',
  workspace: 'Nombre de tu espacio de trabajo',
  workspaceHelp: 'Tu empresa o proyecto. Puedes cambiarlo más tarde.',
  pitchTitle: 'Conversaciones que avanzan solas',
  pitch:
    'Dibuja una conversación, pruébala en un teléfono dentro de tu navegador y publícala en un número.',
  signUp: {
    title: 'Configura Parley',
    help: 'Eres la primera persona aquí. Esta cuenta será la propietaria del primer espacio de trabajo del servidor.',
    submit: 'Crear cuenta',
    closedTitle: 'El registro es por invitación',
    closedHelp: 'Este Parley ya tiene propietario. Pídele una invitación o inicia sesión.',
  },
  login: {
    title: 'Hola de nuevo',
    submit: 'Iniciar sesión',
    forgot: '¿Has olvidado la contraseña?',
    wrong: 'Este correo y esta contraseña no van juntos.',
  },
  forgot: {
    title: 'Restablece tu contraseña',
    help: 'Escribe el correo de tu cuenta. Si existe, te enviaremos un enlace para elegir una contraseña nueva.',
    submit: 'Enviar el enlace',
    sentTitle: 'Mira tu correo',
    sent: 'Si {email} tiene una cuenta aquí, el enlace está en camino. Sirve durante una hora.',
    sentOperator:
      '¿Este servidor no envía correos? Quien lo administra encuentra el enlace en el registro del servidor.',
    back: 'Volver al inicio de sesión',
  },
  reset: {
    title: 'Elige una contraseña nueva',
    submit: 'Cambiar contraseña',
    done: 'Contraseña cambiada. Inicia sesión con la nueva.',
    badTitle: 'Este enlace no funciona',
    bad: 'Puede estar usado o ser demasiado antiguo. Pide uno nuevo.',
  },
  invitation: {
    title: 'Únete a {workspace}',
    help: 'Te han invitado como {role}. Elige una contraseña para {email}.',
    helpHasAccount: 'Te han invitado como {role}, con el correo {email}.',
    submit: 'Unirme al espacio de trabajo',
    loginFirst: 'Iniciar sesión para unirme',
    accept: 'Unirme a {workspace}',
    otherAccount:
      'Has iniciado sesión como {email}. Cierra la sesión para unirte con el correo invitado.',
    badTitle: 'Esta invitación no funciona',
    bad: 'Puede estar usada, retirada o ser demasiado antigua. Pide una nueva a quien te invitó.',
  },
}
