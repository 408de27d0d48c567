// Pages bring their texts along; tests of parts have them all.
import '../i18n/withCanvasTexts.ts'
import '../i18n/withDeveloperTexts.ts'
import '../i18n/withInboxTexts.ts'
import '../i18n/withKeyTexts.ts'
import '../i18n/withQueueTexts.ts'
import '../i18n/withSettingsTexts.ts'
import '../i18n/withTemplateTexts.ts'
import '../i18n/withWebhookTexts.ts'
