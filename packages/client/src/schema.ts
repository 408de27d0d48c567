// Made by `pnpm --filter @parley/client generate` from docs/openapi.json; do not edit by hand.

export interface paths {
    "/api/v1/send-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a message; what it is shows in the keys it has
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postSendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the sessions
         * @description Needs the role viewer or more.
         */
        get: operations["getWhatsappSessions"];
        put?: never;
        /**
         * Makes a session; its key is shown only now
         * @description Needs the role editor or more.
         */
        post: operations["postWhatsappSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a session
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getWhatsappSessionsBySessionId"];
        /**
         * Changes the name and the webhook of a session; what is absent stays
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        put: operations["putWhatsappSessionsBySessionId"];
        post?: never;
        /**
         * Deletes a session
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        delete: operations["deleteWhatsappSessionsBySessionId"];
        options?: never;
        head?: never;
        /**
         * Changes the name and the webhook of a session; what is absent stays
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        patch: operations["patchWhatsappSessionsBySessionId"];
        trace?: never;
    };
    "/api/v1/whatsapp-sessions/{sessionId}/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts connecting a session
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        post: operations["postWhatsappSessionsBySessionIdConnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-sessions/{sessionId}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnects a session
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        post: operations["postWhatsappSessionsBySessionIdDisconnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp-sessions/{sessionId}/qrcode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the QR code of a session that is connecting
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        get: operations["getWhatsappSessionsBySessionIdQrcode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists messages, newest first
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getMessages"];
        put?: never;
        /**
         * Sends a message; `type` says what it is
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contactId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the messages of a contact, oldest first
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getContactsByContactIdMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/on-whatsapp/{phone}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whether a phone number is on WhatsApp
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getOnWhatsappByPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the groups that the number is in
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getGroups"];
        put?: never;
        /**
         * Makes a group
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{jid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a group
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getGroupsByJid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{jid}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists who is in a group
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getGroupsByJidParticipants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{jid}/participants/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds people to a group; what became of each stands in the answer
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postGroupsByJidParticipantsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{jid}/participants/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Removes people from a group; what became of each stands in the answer
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postGroupsByJidParticipantsRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{jid}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leaves a group
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postGroupsByJidLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/sendMessage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a text
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSendMessage"];
        put?: never;
        /**
         * Sends a text
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sendMessage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a text
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSendMessage"];
        put?: never;
        /**
         * Sends a text
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a text
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdMessage"];
        put?: never;
        /**
         * Sends a text
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a text
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootMessage"];
        put?: never;
        /**
         * Sends a text
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/sendFile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a file
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSendFile"];
        put?: never;
        /**
         * Sends a file
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSendFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sendFile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a file
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSendFile"];
        put?: never;
        /**
         * Sends a file
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSendFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/sendPTT": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a voice note
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSendPTT"];
        put?: never;
        /**
         * Sends a voice note
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSendPTT"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sendPTT": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a voice note
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSendPTT"];
        put?: never;
        /**
         * Sends a voice note
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSendPTT"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/sendLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a link with words above it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSendLink"];
        put?: never;
        /**
         * Sends a link with words above it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSendLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sendLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a link with words above it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSendLink"];
        put?: never;
        /**
         * Sends a link with words above it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSendLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/sendLocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a place
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSendLocation"];
        put?: never;
        /**
         * Sends a place
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSendLocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sendLocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a place
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSendLocation"];
        put?: never;
        /**
         * Sends a place
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSendLocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/sendContact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends contact cards
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSendContact"];
        put?: never;
        /**
         * Sends contact cards
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSendContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sendContact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends contact cards
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSendContact"];
        put?: never;
        /**
         * Sends contact cards
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSendContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/sendVCard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a contact card as a vCard
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSendVCard"];
        put?: never;
        /**
         * Sends a contact card as a vCard
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSendVCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sendVCard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a contact card as a vCard
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSendVCard"];
        put?: never;
        /**
         * Sends a contact card as a vCard
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSendVCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Makes a group and sends a message to it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdGroup"];
        put?: never;
        /**
         * Makes a group and sends a message to it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Makes a group and sends a message to it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootGroup"];
        put?: never;
        /**
         * Makes a group and sends a message to it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists messages of both directions by their numbers
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists messages of both directions by their numbers
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/dialogs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the chats with the newest messages
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdDialogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dialogs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the chats with the newest messages
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootDialogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/readChat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Marks a chat as read in Parley
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdReadChat"];
        put?: never;
        /**
         * Marks a chat as read in Parley
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdReadChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readChat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Marks a chat as read in Parley
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootReadChat"];
        put?: never;
        /**
         * Marks a chat as read in Parley
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootReadChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how the connection stands, with the QR code where there is one to scan
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how the connection stands, with the QR code where there is one to scan
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/qr_code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the QR code as a PNG
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdQrCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qr_code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the QR code as a PNG
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootQrCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows whose number it is
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows whose number it is
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ends the link to the phone; linking again needs a new QR code
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdLogout"];
        put?: never;
        /**
         * Ends the link to the phone; linking again needs a new QR code
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ends the link to the phone; linking again needs a new QR code
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootLogout"];
        put?: never;
        /**
         * Ends the link to the phone; linking again needs a new QR code
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/reboot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connects anew
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdReboot"];
        put?: never;
        /**
         * Connects anew
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdReboot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reboot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connects anew
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootReboot"];
        put?: never;
        /**
         * Connects anew
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootReboot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/showMessagesQueue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what waits to be sent
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdShowMessagesQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/showMessagesQueue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what waits to be sent
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootShowMessagesQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/clearMessagesQueue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cancels all that waits to be sent
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdClearMessagesQueue"];
        put?: never;
        /**
         * Cancels all that waits to be sent
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdClearMessagesQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clearMessagesQueue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cancels all that waits to be sent
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootClearMessagesQueue"];
        put?: never;
        /**
         * Cancels all that waits to be sent
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootClearMessagesQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the webhook
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdWebhook"];
        put?: never;
        /**
         * Sets the webhook; an empty address removes it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the webhook
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootWebhook"];
        put?: never;
        /**
         * Sets the webhook; an empty address removes it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/settings/ackNotificationsOn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows whether webhooks tell of delivered and viewed messages, or sets it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSettingsAckNotificationsOn"];
        put?: never;
        /**
         * Shows whether webhooks tell of delivered and viewed messages, or sets it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSettingsAckNotificationsOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/ackNotificationsOn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows whether webhooks tell of delivered and viewed messages, or sets it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSettingsAckNotificationsOn"];
        put?: never;
        /**
         * Shows whether webhooks tell of delivered and viewed messages, or sets it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSettingsAckNotificationsOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the settings
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getInstanceByInstanceIdSettings"];
        put?: never;
        /**
         * Changes webhookUrl and ackNotificationsOn; other settings are as they are
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postInstanceByInstanceIdSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the settings
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        get: operations["getRootSettings"];
        put?: never;
        /**
         * Changes webhookUrl and ackNotificationsOn; other settings are as they are
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postRootSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instance{instanceId}/file/{mediaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives a file of a message, by the signed link that came with it
         * @description Needs no credential.
         */
        get: operations["getInstanceByInstanceIdFileByMediaId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/whatsapp/sendtext": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a text by WhatsApp
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesWhatsappSendtext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/whatsapp/sendmedia": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a file by WhatsApp
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesWhatsappSendmedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/whatsapp/sendtemplate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a template by WhatsApp
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesWhatsappSendtemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/messenger/sendtext": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a text by Messenger
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesMessengerSendtext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/messenger/sendmedia": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a file by Messenger
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesMessengerSendmedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/messenger/sendtemplate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a template by Messenger
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesMessengerSendtemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/instagram/sendtext": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a text by Instagram
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesInstagramSendtext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/instagram/sendmedia": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a file by Instagram
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesInstagramSendmedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/instagram/sendtemplate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a template by Instagram
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesInstagramSendtemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/telegram/sendtext": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a text by Telegram
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesTelegramSendtext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/telegram/sendmedia": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a file by Telegram
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesTelegramSendmedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/telegram/sendtemplate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a template by Telegram
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postV1MessagesTelegramSendtemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the messages that wait for their time, the next one first
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getV1MessagesScheduled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how far a message has got
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getV1MessagesByMessageId"];
        put?: never;
        post?: never;
        /**
         * Calls off a message that is scheduled or still queued
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        delete: operations["deleteV1MessagesByMessageId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{contactId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the messages of a contact; page 1 is the newest
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getApiContactsByContactIdMessages"];
        put?: never;
        /**
         * Sends a text, buttons, a list or a link to a contact
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postApiContactsByContactIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a template to a contact, or to a phone number, which becomes one
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postApiMessagesTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends an image, a video, a sound or a document, from an address or uploaded in a form
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postApiMessagesMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{messageId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Marks a message of a contact as read, and the conversation as seen
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        put: operations["putApiMessagesByMessageIdRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/{numberId}/inbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer writes to a sandbox number
         * @description Needs the role agent or more.
         */
        post: operations["postSandboxByNumberIdInbound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/{numberId}/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the customers of a sandbox number have received, oldest first
         * @description Needs the role viewer or more.
         */
        get: operations["getSandboxByNumberIdOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/{numberId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves the status of a sent message on, as a platform would report it
         * @description Needs the role agent or more.
         */
        post: operations["postSandboxByNumberIdStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/{numberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes how a sandbox number behaves
         * @description Needs the role agent or more.
         */
        patch: operations["patchSandboxByNumberId"];
        trace?: never;
    };
    "/api/v1/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the numbers, oldest first
         * @description Needs the role viewer or more.
         */
        get: operations["getNumbers"];
        put?: never;
        /**
         * Makes a number; its key is shown only now
         * @description Needs the role editor or more.
         */
        post: operations["postNumbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/numbers/{numberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a number
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getNumbersByNumberId"];
        put?: never;
        post?: never;
        /**
         * Deletes a number; the history of its conversations stays
         * @description Needs the role editor or more.
         */
        delete: operations["deleteNumbersByNumberId"];
        options?: never;
        head?: never;
        /**
         * Renames a number, or changes how it sends
         * @description Needs the role editor or more.
         */
        patch: operations["patchNumbersByNumberId"];
        trace?: never;
    };
    "/api/v1/numbers/{numberId}/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connects a number, now and after every restart
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        post: operations["postNumbersByNumberIdConnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/numbers/{numberId}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnects a number; its queue waits
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        post: operations["postNumbersByNumberIdDisconnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/numbers/{numberId}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the QR code to scan, while there is one
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        get: operations["getNumbersByNumberIdQr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/numbers/{numberId}/pairing-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a code to type on the phone instead of scanning
         * @description Needs the role editor or more. The key of a number is taken, too.
         */
        post: operations["postNumbersByNumberIdPairingCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/numbers/{numberId}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces the key of a number; the old one stops working
         * @description Needs the role editor or more.
         */
        post: operations["postNumbersByNumberIdKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the flows, last changed first
         * @description Needs the role viewer or more.
         */
        get: operations["getFlows"];
        put?: never;
        /**
         * Makes a flow; its draft is kept even when it has problems
         * @description Needs the role editor or more.
         */
        post: operations["postFlows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a flow with its draft and the problems in it
         * @description Needs the role viewer or more.
         */
        get: operations["getFlowsByFlowId"];
        put?: never;
        post?: never;
        /**
         * Deletes a flow; sessions that run go on to their end on their version
         * @description Needs the role editor or more.
         */
        delete: operations["deleteFlowsByFlowId"];
        options?: never;
        head?: never;
        /**
         * Changes name and description
         * @description Needs the role editor or more.
         */
        patch: operations["patchFlowsByFlowId"];
        trace?: never;
    };
    "/api/v1/flows/{flowId}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a flow without its draft, as the list of flows does
         * @description Needs the role viewer or more.
         */
        get: operations["getFlowsByFlowIdSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the draft as the bytes of a Yjs update, for editors that are about to join it
         * @description Needs the role viewer or more.
         */
        get: operations["getFlowsByFlowIdDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replaces the draft, if it still has the revision that the change was made on
         * @description Needs the role editor or more.
         */
        put: operations["putFlowsByFlowIdDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets the draft answer on numbers, everybody or on trial; refused while it has errors
         * @description Needs the role editor or more.
         */
        post: operations["postFlowsByFlowIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/trial/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a version that is on trial answer everybody
         * @description Needs the role editor or more.
         */
        post: operations["postFlowsByFlowIdTrialPromote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/trial/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a trial; its conversations go on to their end
         * @description Needs the role editor or more.
         */
        post: operations["postFlowsByFlowIdTrialEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the flow off numbers, trials included; sessions that run go on to their end
         * @description Needs the role editor or more.
         */
        post: operations["postFlowsByFlowIdUnpublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts the conversations in progress, and those that could go on in the draft
         * @description Needs the role viewer or more.
         */
        get: operations["getFlowsByFlowIdConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/scheduled-publishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what is scheduled, and what was and could not be published
         * @description Needs the role viewer or more.
         */
        get: operations["getFlowsByFlowIdScheduledPublishes"];
        put?: never;
        /**
         * Freezes the draft as it is now and publishes it at a certain time
         * @description Needs the role editor or more.
         */
        post: operations["postFlowsByFlowIdScheduledPublishes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/scheduled-publishes/{scheduledPublishId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancels a scheduled publish, or takes one that failed off the list
         * @description Needs the role editor or more.
         */
        delete: operations["deleteFlowsByFlowIdScheduledPublishesByScheduledPublishId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the published versions, newest first
         * @description Needs the role viewer or more.
         */
        get: operations["getFlowsByFlowIdVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/versions/{versionNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a published version
         * @description Needs the role viewer or more.
         */
        get: operations["getFlowsByFlowIdVersionsByVersionNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/versions/{versionNumber}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the draft what a version was
         * @description Needs the role editor or more.
         */
        post: operations["postFlowsByFlowIdVersionsByVersionNumberRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new flow with the same draft
         * @description Needs the role editor or more.
         */
        post: operations["postFlowsByFlowIdDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/simulate-http": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a request that a simulated conversation waits for, as a published flow would
         * @description Needs the role editor or more.
         */
        post: operations["postFlowsByFlowIdSimulateHttp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists contacts; who wrote last comes first
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getContacts"];
        /**
         * Adds a contact by phone number, or changes the one that has it
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        put: operations["putContacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a contact, by id or by phone number
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getContactsByContactId"];
        put?: never;
        post?: never;
        /**
         * Deletes a contact; the messages stay
         * @description Needs the role editor or more.
         */
        delete: operations["deleteContactsByContactId"];
        options?: never;
        head?: never;
        /**
         * Changes name, tags, language, attributes or opt-out of a contact, or makes it a test contact
         * @description Needs the role agent or more.
         */
        patch: operations["patchContactsByContactId"];
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists conversations, those with the newest message first
         * @description Needs the role viewer or more.
         */
        get: operations["getConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a conversation
         * @description Needs the role viewer or more.
         */
        get: operations["getConversationsByConversationId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the messages of a conversation, newest first
         * @description Needs the role viewer or more.
         */
        get: operations["getConversationsByConversationIdMessages"];
        put?: never;
        /**
         * A person answers
         * @description Needs the role agent or more.
         */
        post: operations["postConversationsByConversationIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the conversation to a person; flows stay silent
         * @description Needs the role agent or more.
         */
        post: operations["postConversationsByConversationIdTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the conversation back to the flows
         * @description Needs the role agent or more.
         */
        post: operations["postConversationsByConversationIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Marks a conversation as seen
         * @description Needs the role agent or more.
         */
        post: operations["postConversationsByConversationIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists uploads, newest first
         * @description Needs the role viewer or more.
         */
        get: operations["getMedia"];
        put?: never;
        /**
         * Takes a file in: as multipart form, as the body itself, or as JSON with its address or its base64
         * @description Needs the role agent or more.
         */
        post: operations["postMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{mediaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what an upload is
         * @description Needs the role viewer or more.
         */
        get: operations["getMediaByMediaId"];
        put?: never;
        post?: never;
        /**
         * Deletes an upload
         * @description Needs the role agent or more.
         */
        delete: operations["deleteMediaByMediaId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{mediaId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the bytes of an upload, whole or in ranges
         * @description Needs the role viewer or more.
         */
        get: operations["getMediaByMediaIdContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a message and how far it has got
         * @description Needs the role viewer or more. The key of a number is taken, too.
         */
        get: operations["getMessagesByMessageId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{messageId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a message that is still queued out of the queue
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postMessagesByMessageIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/numbers/{numberId}/queue/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels all that waits to be sent by a number, scheduled messages included
         * @description Needs the role agent or more. The key of a number is taken, too.
         */
        post: operations["postNumbersByNumberIdQueueClear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the templates by name
         * @description Needs the role viewer or more.
         */
        get: operations["getTemplates"];
        put?: never;
        /**
         * Makes a message template
         * @description Needs the role editor or more.
         */
        post: operations["postTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a template
         * @description Needs the role viewer or more.
         */
        get: operations["getTemplatesByTemplateId"];
        put?: never;
        post?: never;
        /**
         * Deletes a template
         * @description Needs the role editor or more.
         */
        delete: operations["deleteTemplatesByTemplateId"];
        options?: never;
        head?: never;
        /**
         * Changes a template; its name and language stay
         * @description Needs the role editor or more.
         */
        patch: operations["patchTemplatesByTemplateId"];
        trace?: never;
    };
    "/api/v1/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whether the first owner still has to sign up
         * @description Needs no credential.
         */
        get: operations["getAuthSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs up the first owner, or somebody with an invitation
         * @description Needs no credential.
         */
        post: operations["postAuthSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logs in by cookie
         * @description Needs no credential.
         */
        post: operations["postAuthLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the login at once
         * @description For a person who is logged in, or their personal token.
         */
        post: operations["postAuthLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells who is logged in
         * @description For a person who is logged in, or their personal token.
         */
        get: operations["getAuthMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a link for choosing a new password
         * @description Needs no credential.
         */
        post: operations["postAuthForgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a new password by the token of a mailed link
         * @description Needs no credential.
         */
        post: operations["postAuthResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the password and ends all other logins
         * @description For a person who is logged in, or their personal token.
         */
        post: operations["postAuthChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what an invitation is for
         * @description Needs no credential.
         */
        post: operations["postAuthInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/accept-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Joins a workspace with an account that exists
         * @description For a person who is logged in, or their personal token.
         */
        post: operations["postAuthAcceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists your personal tokens in this workspace
         * @description Needs the role viewer or more. Keys are not taken.
         */
        get: operations["getTokens"];
        put?: never;
        /**
         * Makes a personal token; it is shown only now
         * @description Needs the role viewer or more. Keys are not taken.
         */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes a personal token at once
         * @description Needs the role viewer or more. Keys are not taken.
         */
        delete: operations["deleteTokensByTokenId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the keys of the workspace and of its numbers, oldest first
         * @description Needs the role editor or more. Keys are not taken.
         */
        get: operations["getKeys"];
        put?: never;
        /**
         * Makes a key of the workspace or of one number; it is shown only now
         * @description Needs the role editor or more. Keys are not taken.
         */
        post: operations["postKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new key in the place of an old one, which goes on working for a while
         * @description Needs the role editor or more. Keys are not taken.
         */
        post: operations["postKeysByKeyIdRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes a key at once
         * @description Needs the role editor or more. Keys are not taken.
         */
        delete: operations["deleteKeysByKeyId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the webhooks, oldest first
         * @description Needs the role editor or more.
         */
        get: operations["getWebhooks"];
        put?: never;
        /**
         * Makes a webhook; the secret that signs is shown only now
         * @description Needs the role editor or more.
         */
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a webhook
         * @description Needs the role editor or more.
         */
        get: operations["getWebhooksByWebhookId"];
        /**
         * Changes address or events of a webhook; what is absent stays
         * @description Needs the role editor or more.
         */
        put: operations["putWebhooksByWebhookId"];
        post?: never;
        /**
         * Deletes a webhook and all of its deliveries
         * @description Needs the role editor or more.
         */
        delete: operations["deleteWebhooksByWebhookId"];
        options?: never;
        head?: never;
        /**
         * Changes address or events of a webhook; what is absent stays
         * @description Needs the role editor or more.
         */
        patch: operations["patchWebhooksByWebhookId"];
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds back what comes, for seven days at most
         * @description Needs the role editor or more.
         */
        post: operations["postWebhooksByWebhookIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goes on, and sends what was held back
         * @description Needs the role editor or more.
         */
        post: operations["postWebhooksByWebhookIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new secret; the old one signs as well for 24 hours
         * @description Needs the role editor or more.
         */
        post: operations["postWebhooksByWebhookIdRotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends an example now, and shows what the receiver said
         * @description Needs the role editor or more.
         */
        post: operations["postWebhooksByWebhookIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends everything once more that was given up
         * @description Needs the role editor or more.
         */
        post: operations["postWebhooksByWebhookIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the deliveries of the last seven days, newest first
         * @description Needs the role editor or more.
         */
        get: operations["getWebhooksByWebhookIdDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a delivery: what was sent, and what the receiver said to it last
         * @description Needs the role editor or more.
         */
        get: operations["getWebhooksByWebhookIdDeliveriesByDeliveryId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a delivery once more, whether it was given up or delivered
         * @description Needs the role editor or more.
         */
        post: operations["postWebhooksByWebhookIdDeliveriesByDeliveryIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the workspaces that you belong to
         * @description For a person who is logged in, or their personal token.
         */
        get: operations["getWorkspaces"];
        put?: never;
        /**
         * Makes a workspace with you as its owner
         * @description For a person who is logged in, or their personal token.
         */
        post: operations["postWorkspaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a workspace
         * @description Needs the role viewer or more. Keys are not taken.
         */
        get: operations["getWorkspacesByWorkspaceId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renames a workspace, or sets rate limits of its own
         * @description Needs the role owner or more. Keys are not taken.
         */
        patch: operations["patchWorkspacesByWorkspaceId"];
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the members
         * @description Needs the role viewer or more. Keys are not taken.
         */
        get: operations["getWorkspacesByWorkspaceIdMembers"];
        put?: never;
        /**
         * Invites somebody by e-mail
         * @description Needs the role owner or more. Keys are not taken.
         */
        post: operations["postWorkspacesByWorkspaceIdMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists open invitations
         * @description Needs the role owner or more. Keys are not taken.
         */
        get: operations["getWorkspacesByWorkspaceIdInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes an invitation back
         * @description Needs the role owner or more. Keys are not taken.
         */
        delete: operations["deleteWorkspacesByWorkspaceIdInvitationsByInvitationId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspaceId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a member; everybody may remove themselves
         * @description Needs the role viewer or more. Keys are not taken.
         */
        delete: operations["deleteWorkspacesByWorkspaceIdMembersByUserId"];
        options?: never;
        head?: never;
        /**
         * Changes what a member may do
         * @description Needs the role owner or more. Keys are not taken.
         */
        patch: operations["patchWorkspacesByWorkspaceIdMembersByUserId"];
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists who did what, newest first
         * @description Needs the role owner or more. Keys are not taken.
         */
        get: operations["getAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live updates of the workspace, as server-sent events
         * @description Needs the role viewer or more.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AnswerConversationRequest: {
            content: components["schemas"]["Content"];
            quotedMessageId?: string;
            /** Format: date-time */
            scheduledAt?: string;
        };
        ApiKey: {
            id: string;
            /** @enum {string} */
            kind: "workspace" | "number";
            name: string;
            prefix: string;
            scopes: ("send" | "read" | "manage" | "webhooks")[];
            numberId: string | null;
            instanceId: number | null;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
            expiresAt: string | null;
        };
        Audience: {
            /** @constant */
            type: "everyone";
        } | {
            /** @constant */
            type: "testContacts";
        } | {
            /** @constant */
            type: "percentage";
            percentage: number;
        };
        AudioContent: {
            /** @constant */
            type: "audio";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
        };
        AuditEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            actor: {
                userId: string;
                keyId: string | null;
            };
            action: string;
            subjectId: string;
        };
        ButtonsContent: {
            /** @constant */
            type: "buttons";
            text: string;
            header?: components["schemas"]["ContentHeader"];
            footer?: string;
            buttons: components["schemas"]["ContentButton"][];
        };
        ChangePasswordRequest: {
            currentPassword: string;
            password: string;
        };
        ChangeSandboxRequest: {
            connected?: boolean;
            autoStatus?: boolean;
            /** @enum {string} */
            imitates?: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
            failing?: components["schemas"]["SandboxFailing"] | null;
        };
        ClearedQueue: {
            cancelled: number;
        };
        Contact: {
            id: string;
            uuid: string;
            phone: string;
            name: string;
            profileImage: string;
            tags: string[];
            attributes: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            language: string;
            optedOut: boolean;
            isTestContact: boolean;
            /** Format: date-time */
            createdAt: string;
            lastMessageAt: string | null;
        };
        ContactCard: {
            name: string;
            phones: {
                phone: string;
                label?: string;
            }[];
            emails?: {
                email: string;
                label?: string;
            }[];
            organization?: string;
        };
        ContactsContent: {
            /** @constant */
            type: "contacts";
            contacts: components["schemas"]["ContactCard"][];
        };
        Content: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["VideoContent"] | components["schemas"]["AudioContent"] | components["schemas"]["VoiceContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["StickerContent"] | components["schemas"]["LocationContent"] | components["schemas"]["ContactsContent"] | components["schemas"]["PollContent"] | components["schemas"]["ReactionContent"] | components["schemas"]["ButtonsContent"] | components["schemas"]["ListContent"] | components["schemas"]["CtaUrlContent"] | components["schemas"]["TemplateContent"];
        ContentButton: {
            id: string;
            title: string;
        };
        ContentHeader: {
            /** @constant */
            type: "text";
            text: string;
        } | {
            /** @constant */
            type: "image";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
        } | {
            /** @constant */
            type: "video";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
        } | {
            /** @constant */
            type: "document";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
        };
        Conversation: {
            id: string;
            numberId: string;
            contact: {
                id: string;
                name: string;
                phone: string;
            };
            isGroup: boolean;
            /** Format: date-time */
            lastMessageAt: string;
            lastMessagePreview: string;
            lastInboundAt: string | null;
            unreadCount: number;
            handover: {
                /** Format: date-time */
                at: string;
                to: string;
                note: string;
            } | null;
        };
        ConversationsOnNumber: {
            numberId: string;
            inProgress: number;
            movable: number | null;
        };
        ConversationsOutcome: {
            inProgress: number;
            moving: number;
            finishing: number;
        };
        CreateFlowRequest: {
            name: string;
            description?: string;
            draft?: components["schemas"]["DraftFlow"];
        };
        CreateKeyRequest: {
            name: string;
            numberId?: string;
            scopes?: ("send" | "read" | "manage" | "webhooks")[];
            /** Format: date-time */
            expiresAt?: string;
        };
        CreateNumberRequest: {
            name: string;
            /** @enum {string} */
            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
            sandbox?: components["schemas"]["ChangeSandboxRequest"];
        };
        CreateTemplateRequest: {
            name: string;
            language: string;
            /** @default UTILITY */
            category: string;
            /** @default  */
            header: string;
            /** @default null */
            headerMedia: components["schemas"]["TemplateHeaderMedia"] | null;
            body: string;
            /** @default  */
            footer: string;
            /** @default [] */
            buttons: components["schemas"]["TemplateButton"][];
            /**
             * @default APPROVED
             * @enum {string}
             */
            status: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";
        };
        CreateTokenRequest: {
            name: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        CreateWebhookRequest: {
            /** Format: uri */
            url: string;
            events?: string[];
            numberId?: string;
            sessionId?: string;
            /**
             * @default native
             * @enum {string}
             */
            format: "native" | "000" | "002" | "004";
        };
        CreateWorkspaceRequest: {
            name: string;
        };
        CreatedInvitation: {
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "editor" | "agent" | "viewer";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            mailed: boolean;
            link?: string;
        };
        CreatedKey: {
            id: string;
            /** @enum {string} */
            kind: "workspace" | "number";
            name: string;
            prefix: string;
            scopes: ("send" | "read" | "manage" | "webhooks")[];
            numberId: string | null;
            instanceId: number | null;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
            expiresAt: string | null;
            key: string;
        };
        CreatedNumber: {
            id: string;
            name: string;
            /** @enum {string} */
            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
            phone: string;
            /** @enum {string} */
            status: "disconnected" | "connecting" | "needsScan" | "connected" | "loggedOut" | "failed";
            statusReason: string;
            /** @enum {string} */
            wanted: "connected" | "disconnected";
            keyPrefix: string;
            sandbox?: components["schemas"]["SandboxSettings"];
            settings?: components["schemas"]["WhatsAppSettings"];
            /** Format: date-time */
            createdAt: string;
            sessionKey: string;
            instanceId?: number;
            token?: string;
        };
        CreatedToken: {
            id: string;
            name: string;
            prefix: string;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
            expiresAt: string | null;
            token: string;
        };
        CtaUrlContent: {
            /** @constant */
            type: "ctaUrl";
            text: string;
            header?: components["schemas"]["ContentHeader"];
            footer?: string;
            buttonText: string;
            url: string;
        };
        Deleted: {
            id: string;
            /** @constant */
            deleted: true;
        };
        DocumentContent: {
            /** @constant */
            type: "document";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
            caption?: string;
            viewOnce?: boolean;
        };
        DraftFlow: {
            /** @default [] */
            nodes: components["schemas"]["DraftNode"][];
            edges?: ({
                id: string;
                source: string;
                sourceHandle?: string | null;
                target: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @default [] */
            variables: {
                [key: string]: components["schemas"]["JsonValue"];
            }[];
            /** @default {} */
            settings: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        } & {
            [key: string]: unknown;
        };
        DraftFlow2: {
            /** @default [] */
            nodes: components["schemas"]["DraftNode2"][];
            /** @default [] */
            edges: ({
                id: string;
                source: string;
                sourceHandle: unknown;
                target: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @default [] */
            variables: {
                [key: string]: components["schemas"]["JsonValue"];
            }[];
            /** @default {} */
            settings: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        } & {
            [key: string]: unknown;
        };
        DraftNode: {
            id: string;
            type: string;
            name?: string;
            /**
             * @default {
             *       "x": 0,
             *       "y": 0
             *     }
             */
            position: {
                x: number;
                y: number;
            };
            /** @default {} */
            data: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            translations?: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        } & {
            [key: string]: unknown;
        };
        DraftNode2: {
            id: string;
            type: string;
            name?: string;
            /**
             * @default {
             *       "x": 0,
             *       "y": 0
             *     }
             */
            position: {
                x: number;
                y: number;
            };
            /** @default {} */
            data: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            translations?: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        } & {
            [key: string]: unknown;
        };
        EndTrialRequest: {
            versionNumber: number;
            numberIds?: string[];
        };
        ErrorBody: {
            /** @constant */
            success: false;
            error: {
                /** @enum {string} */
                code: "VALIDATION_ERROR" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "SESSION_NOT_FOUND" | "SESSION_DISCONNECTED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RATE_LIMITED" | "INTERNAL_ERROR";
                message: string;
                status: number;
                details?: {
                    [key: string]: string[];
                };
                requestId?: string;
            } & {
                [key: string]: unknown;
            };
            /** @enum {string} */
            code: "VALIDATION_ERROR" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "SESSION_NOT_FOUND" | "SESSION_DISCONNECTED" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RATE_LIMITED" | "INTERNAL_ERROR";
            message: string;
            errors?: {
                [key: string]: string[];
            };
        };
        Flow: {
            id: string;
            name: string;
            description: string;
            revision: number;
            publications: components["schemas"]["Publication"][];
            hasUnpublishedChanges: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            draft: components["schemas"]["DraftFlow2"];
            problems: components["schemas"]["FlowProblem"][];
        };
        FlowProblem: {
            /** @enum {string} */
            severity: "error" | "warning";
            code: string;
            message: string;
            params: {
                [key: string]: string | number;
            };
            nodeId?: string;
            nodeIds?: string[];
            nodeType?: string;
            edgeId?: string;
            handle?: string;
            field?: (string | number)[];
        };
        FlowSummary: {
            id: string;
            name: string;
            description: string;
            revision: number;
            publications: components["schemas"]["Publication"][];
            hasUnpublishedChanges: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        FlowVersion: {
            id: string;
            versionNumber: number;
            note: string;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            numberIds: string[];
            trials: {
                numberId: string;
                audience: components["schemas"]["TrialAudience"];
                /** Format: date-time */
                startedAt: string;
            }[];
            flow: {
                nodes: unknown[];
                edges: unknown[];
            } & {
                [key: string]: unknown;
            };
        };
        FlowVersionSummary: {
            id: string;
            versionNumber: number;
            note: string;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            numberIds: string[];
            trials: {
                numberId: string;
                audience: components["schemas"]["TrialAudience"];
                /** Format: date-time */
                startedAt: string;
            }[];
        };
        ForgotPasswordRequest: {
            email: string;
        };
        ImageContent: {
            /** @constant */
            type: "image";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
            caption?: string;
            viewOnce?: boolean;
        };
        InboundContent: components["schemas"]["TextContent"] | components["schemas"]["ImageContent"] | components["schemas"]["VideoContent"] | components["schemas"]["AudioContent"] | components["schemas"]["VoiceContent"] | components["schemas"]["DocumentContent"] | components["schemas"]["StickerContent"] | components["schemas"]["LocationContent"] | components["schemas"]["ContactsContent"] | components["schemas"]["PollContent"] | components["schemas"]["ReactionContent"] | components["schemas"]["ButtonsContent"] | components["schemas"]["ListContent"] | components["schemas"]["CtaUrlContent"] | components["schemas"]["TemplateContent"] | components["schemas"]["TapContent"] | components["schemas"]["PollVoteContent"] | components["schemas"]["UnsupportedContent"];
        Invitation: {
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "editor" | "agent" | "viewer";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationPreview: {
            email: string;
            /** @enum {string} */
            role: "owner" | "editor" | "agent" | "viewer";
            workspace: {
                id: string;
                name: string;
            };
            hasAccount: boolean;
        };
        InvitationRequest: {
            token: string;
        };
        InviteRequest: {
            email: string;
            /** @enum {string} */
            role: "owner" | "editor" | "agent" | "viewer";
        };
        /** @description Any JSON value */
        JsonValue: unknown;
        ListContent: {
            /** @constant */
            type: "list";
            text: string;
            header?: components["schemas"]["ContentHeader"];
            footer?: string;
            buttonText: string;
            sections: components["schemas"]["ListSection"][];
        };
        ListRow: {
            id: string;
            title: string;
            description?: string;
        };
        ListSection: {
            title?: string;
            rows: components["schemas"]["ListRow"][];
        };
        LocationContent: {
            /** @constant */
            type: "location";
            latitude: number;
            longitude: number;
            name?: string;
            address?: string;
        };
        LoginRequest: {
            email: string;
            password: string;
        };
        Me: {
            user: {
                id: string;
                email: string;
                name: string;
            };
            workspaces: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "editor" | "agent" | "viewer";
            }[];
        };
        Media: {
            id: string;
            /** @enum {string} */
            kind: "image" | "sticker" | "audio" | "video" | "document";
            mimeType: string;
            filename: string;
            sizeBytes: number;
            sha256: string;
            url: string;
            /** Format: date-time */
            createdAt: string;
        };
        Member: {
            userId: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "editor" | "agent" | "viewer";
            /** Format: date-time */
            joinedAt: string;
        };
        Message: {
            id: string;
            numberId: string;
            conversationId: string;
            contactId: string;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            content: components["schemas"]["InboundContent"];
            renderedAs: components["schemas"]["Content"][] | null;
            /** @enum {string} */
            status: "received" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
            failure: {
                failureClass: string;
                message: string;
            } | null;
            source: ({
                /** @enum {string} */
                type: "flow" | "api" | "person";
            } & {
                [key: string]: unknown;
            }) | null;
            quotedMessageId: string | null;
            scheduledAt: string | null;
            /** Format: date-time */
            createdAt: string;
            statusAt: {
                [key: string]: string;
            };
        };
        Number: {
            id: string;
            name: string;
            /** @enum {string} */
            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
            phone: string;
            /** @enum {string} */
            status: "disconnected" | "connecting" | "needsScan" | "connected" | "loggedOut" | "failed";
            statusReason: string;
            /** @enum {string} */
            wanted: "connected" | "disconnected";
            keyPrefix: string;
            sandbox?: components["schemas"]["SandboxSettings"];
            settings?: components["schemas"]["WhatsAppSettings"];
            /** Format: date-time */
            createdAt: string;
        };
        PairingCode: {
            qr: string;
            code: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        PairingCodeRequest: {
            phone: string;
        };
        PollContent: {
            /** @constant */
            type: "poll";
            text: string;
            options: {
                id: string;
                title: string;
            }[];
            selectableCount: number;
        };
        PollVoteContent: {
            /** @constant */
            type: "pollVote";
            pollMessageId: string;
            options: string[];
        };
        PromoteTrialRequest: {
            versionNumber: number;
            numberIds?: string[];
            /**
             * @default finish
             * @enum {string}
             */
            conversations: "finish" | "move";
        };
        Publication: {
            numberId: string;
            versionNumber: number | null;
            /** Format: date-time */
            publishedAt: string;
            trial: components["schemas"]["Trial"] | null;
        };
        PublishRequest: {
            numberIds: string[];
            note?: string;
            /**
             * @default {
             *       "type": "everyone"
             *     }
             */
            audience: components["schemas"]["Audience"];
            /**
             * @default finish
             * @enum {string}
             */
            conversations: "finish" | "move";
        };
        Published: {
            version: components["schemas"]["FlowVersionSummary"];
            publications: components["schemas"]["Publication"][];
            conversations: components["schemas"]["ConversationsOutcome"];
        };
        ReactionContent: {
            /** @constant */
            type: "reaction";
            messageId: string;
            emoji: string;
        };
        ReplayedDeliveries: {
            replayed: number;
        };
        ResetPasswordRequest: {
            token: string;
            password: string;
        };
        RestoreVersionRequest: {
            revision: number;
        };
        RotateKeyRequest: {
            /** @default 86400 */
            overlapSeconds: number;
        };
        SandboxFailing: {
            /** @enum {string} */
            failureClass: "transient" | "ambiguous" | "rateNumber" | "ratePair" | "offline" | "quality" | "windowClosed" | "recipientGone" | "optedOut" | "template" | "media" | "auth" | "permission" | "invalid";
            /** @default The sandbox was told to fail. */
            message: string;
            /** @default null */
            times: number | null;
        };
        SandboxFailing2: {
            /** @enum {string} */
            failureClass: "transient" | "ambiguous" | "rateNumber" | "ratePair" | "offline" | "quality" | "windowClosed" | "recipientGone" | "optedOut" | "template" | "media" | "auth" | "permission" | "invalid";
            /** @default The sandbox was told to fail. */
            message: string;
            /** @default null */
            times: number | null;
        };
        SandboxInbound: {
            /** @constant */
            success: true;
            messageId: string;
            isNew: boolean;
        };
        SandboxInboundRequest: {
            from: string | number;
            group?: string;
            name?: string;
            language?: string;
            content: unknown;
            messageId?: string;
            quotedMessageId?: string;
        } & {
            [key: string]: unknown;
        };
        SandboxOutbox: {
            /** @constant */
            success: true;
            messages: components["schemas"]["SandboxOutboxMessage"][];
            pagination: {
                next: string | null;
            };
        };
        SandboxOutboxMessage: {
            id: string;
            to: string;
            content: components["schemas"]["Content"];
            renderedAs: components["schemas"]["Content"][];
            /** @enum {string} */
            status: "received" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
            /** Format: date-time */
            sentAt: string;
        };
        SandboxSettings: {
            connected: boolean;
            autoStatus: boolean;
            /** @enum {string} */
            imitates: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
            failing: components["schemas"]["SandboxFailing2"] | null;
        };
        SandboxStatus: {
            messageId: string;
            /** @enum {string} */
            status: "received" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
        };
        SandboxStatusRequest: {
            messageId: string;
            /** @enum {string} */
            status: "sent" | "delivered" | "read" | "failed";
            reason?: string;
        };
        SaveDraftRequest: {
            revision: number;
            draft: components["schemas"]["DraftFlow"];
        };
        SavedDraft: {
            revision: number;
            /** Format: date-time */
            updatedAt: string;
            problems: components["schemas"]["FlowProblem"][];
        };
        SchedulePublishRequest: {
            numberIds: string[];
            note?: string;
            /**
             * @default {
             *       "type": "everyone"
             *     }
             */
            audience: components["schemas"]["Audience"];
            /**
             * @default finish
             * @enum {string}
             */
            conversations: "finish" | "move";
            /** Format: date-time */
            scheduledFor: string;
            /** @default UTC */
            timeZone: string;
        };
        ScheduledPublish: {
            id: string;
            flowId: string;
            versionNumber: number;
            numberIds: string[];
            audience: components["schemas"]["Audience"];
            /** @enum {string} */
            conversations: "finish" | "move";
            /** Format: date-time */
            scheduledFor: string;
            timeZone: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            status: "waiting" | "published" | "failed" | "cancelled";
            problem: string | null;
        };
        SetupState: {
            needsFirstOwner: boolean;
        };
        SignUpRequest: {
            email: string;
            password: string;
            name?: string;
            workspaceName?: string;
            invitation?: string;
        };
        SimulateHttpRequest: {
            /** @enum {string} */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            url: string;
            headers: {
                [key: string]: string;
            };
            body?: string;
            timeoutMs: number;
        };
        SimulatedHttpResult: {
            /** @constant */
            outcome: "answered";
            status: number;
            headers: {
                [key: string]: string;
            };
            body: components["schemas"]["JsonValue"];
        } | {
            /** @constant */
            outcome: "failed";
            reason: string;
        } | {
            /** @constant */
            outcome: "timedOut";
        };
        StickerContent: {
            /** @constant */
            type: "sticker";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
        };
        TakeOverRequest: {
            to?: string;
            /** @default  */
            note: string;
        };
        TapContent: {
            /** @constant */
            type: "tap";
            id: string;
            title: string;
            onMessageId?: string;
        };
        Template: {
            name: string;
            language: string;
            /** @default UTILITY */
            category: string;
            /** @default  */
            header: string;
            /** @default null */
            headerMedia: components["schemas"]["TemplateHeaderMedia"] | null;
            body: string;
            /** @default  */
            footer: string;
            /** @default [] */
            buttons: components["schemas"]["TemplateButton"][];
            /**
             * @default APPROVED
             * @enum {string}
             */
            status: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        TemplateButton: {
            /** @constant */
            type: "url";
            text: string;
            /** Format: uri */
            url: string;
        } | {
            /** @constant */
            type: "quick_reply";
            text: string;
        } | {
            /** @constant */
            type: "phone";
            text: string;
            phone: string;
        };
        TemplateContent: {
            /** @constant */
            type: "template";
            name: string;
            language: string;
            text: string;
            header?: components["schemas"]["ContentHeader"];
            footer?: string;
            buttons?: ({
                /** @constant */
                type: "quickReply";
                id: string;
                title: string;
            } | {
                /** @constant */
                type: "url";
                title: string;
                url: string;
            } | {
                /** @constant */
                type: "phone";
                title: string;
                phone: string;
            })[];
            parameters?: {
                [key: string]: string;
            };
        };
        TemplateHeaderMedia: {
            /** @enum {string} */
            type: "image" | "video" | "document";
            /** Format: uri */
            url?: string;
            mediaId?: string;
            filename?: string;
        };
        TextContent: {
            /** @constant */
            type: "text";
            text: string;
            mentions?: string[];
        };
        Token: {
            id: string;
            name: string;
            prefix: string;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
            expiresAt: string | null;
        };
        Trial: {
            versionNumber: number;
            audience: components["schemas"]["TrialAudience"];
            /** Format: date-time */
            startedAt: string;
        };
        TrialAudience: {
            /** @constant */
            type: "testContacts";
        } | {
            /** @constant */
            type: "percentage";
            percentage: number;
        };
        UnpublishRequest: {
            numberIds?: string[];
        };
        UnsupportedContent: {
            /** @constant */
            type: "unsupported";
            description: string;
        };
        UpdateContactRequest: {
            name?: string;
            addTags?: string[];
            removeTags?: string[];
            language?: string;
            attributes?: {
                [key: string]: components["schemas"]["JsonValue"] | null;
            };
            optedOut?: boolean;
            isTestContact?: boolean;
        };
        UpdateFlowRequest: {
            name?: string;
            description?: string;
        };
        UpdateMemberRequest: {
            /** @enum {string} */
            role: "owner" | "editor" | "agent" | "viewer";
        };
        UpdateNumberRequest: {
            name?: string;
            settings?: {
                typing?: boolean;
                /** @enum {string} */
                typingSpeed?: "slow" | "natural" | "fast";
                messagesPerSecond?: number;
                /** @enum {string} */
                interactive?: "native" | "text";
            };
        };
        UpdateTemplateRequest: {
            category?: string;
            header?: string;
            headerMedia?: components["schemas"]["TemplateHeaderMedia"] | null;
            body?: string;
            footer?: string;
            buttons?: components["schemas"]["TemplateButton"][];
            /** @enum {string} */
            status?: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";
        };
        UpdateWebhookRequest: {
            /** Format: uri */
            url?: string;
            events?: string[];
        };
        UpdateWorkspaceRequest: {
            name?: string;
            limits?: {
                [key: string]: number;
            };
        };
        UploadRequest: {
            /** Format: uri */
            url?: string;
            base64?: string;
            dataUri?: string;
            filename?: string;
            mimeType?: string;
        };
        UpsertContactRequest: {
            phone?: string | number;
            name?: string;
            jid?: string;
            phoneNumber?: string | number;
            fullName?: string;
            tags?: string[];
            language?: string;
            attributes?: {
                [key: string]: components["schemas"]["JsonValue"] | null;
            };
        } & {
            [key: string]: unknown;
        };
        VideoContent: {
            /** @constant */
            type: "video";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
            caption?: string;
            viewOnce?: boolean;
        };
        VoiceContent: {
            /** @constant */
            type: "voice";
            mediaId?: string;
            url?: string;
            mimeType?: string;
            filename?: string;
            sizeBytes?: number;
            unavailable?: string;
            viewOnce?: boolean;
        };
        Webhook: {
            id: string;
            url: string;
            /** @enum {string} */
            format: "native" | "000" | "002" | "004";
            events: string[];
            numberId: string | null;
            sessionId: string | null;
            /** @enum {string} */
            status: "active" | "paused";
            pausedReason: string | null;
            failingSince: string | null;
            previousSecretUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        WebhookAnswer: {
            status: number | null;
            headers: {
                [key: string]: string;
            };
            body: string;
            error: string | null;
            durationMs: number;
        };
        WebhookDelivery: {
            id: string;
            webhookId: string;
            event: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            nextAttemptAt: string | null;
            lastAttemptAt: string | null;
            lastStatus: number | null;
            lastError: string | null;
        };
        WebhookDeliveryDetail: {
            id: string;
            webhookId: string;
            event: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            nextAttemptAt: string | null;
            lastAttemptAt: string | null;
            lastStatus: number | null;
            lastError: string | null;
            request: {
                url: string;
                headers: {
                    [key: string]: string;
                };
                body: string;
            };
            response: components["schemas"]["WebhookAnswer"] | null;
        };
        WebhookTest: {
            status: number | null;
            headers: {
                [key: string]: string;
            };
            body: string;
            error: string | null;
            durationMs: number;
            event: string;
        };
        WebhookWithSecret: {
            id: string;
            url: string;
            /** @enum {string} */
            format: "native" | "000" | "002" | "004";
            events: string[];
            numberId: string | null;
            sessionId: string | null;
            /** @enum {string} */
            status: "active" | "paused";
            pausedReason: string | null;
            failingSince: string | null;
            previousSecretUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            secret: string;
        };
        WhatsAppSettings: {
            typing: boolean;
            /** @enum {string} */
            typingSpeed: "slow" | "natural" | "fast";
            messagesPerSecond: number;
            /** @enum {string} */
            interactive: "native" | "text";
        };
        Workspace: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "editor" | "agent" | "viewer";
            limits: {
                [key: string]: number;
            };
            /** Format: date-time */
            createdAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    postSendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string | number;
                    sessionId?: string;
                    text?: string;
                    image?: string | ({
                        url?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                        fileName?: string;
                        mimetype?: string;
                        mimeType?: string;
                        ptt?: boolean;
                        viewOnce?: boolean;
                    } & {
                        [key: string]: unknown;
                    });
                    imageUrl?: string;
                    video?: string | ({
                        url?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                        fileName?: string;
                        mimetype?: string;
                        mimeType?: string;
                        ptt?: boolean;
                        viewOnce?: boolean;
                    } & {
                        [key: string]: unknown;
                    });
                    videoUrl?: string;
                    audio?: string | ({
                        url?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                        fileName?: string;
                        mimetype?: string;
                        mimeType?: string;
                        ptt?: boolean;
                        viewOnce?: boolean;
                    } & {
                        [key: string]: unknown;
                    });
                    audioUrl?: string;
                    voice?: string | ({
                        url?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                        fileName?: string;
                        mimetype?: string;
                        mimeType?: string;
                        ptt?: boolean;
                        viewOnce?: boolean;
                    } & {
                        [key: string]: unknown;
                    });
                    voiceUrl?: string;
                    document?: string | ({
                        url?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                        fileName?: string;
                        mimetype?: string;
                        mimeType?: string;
                        ptt?: boolean;
                        viewOnce?: boolean;
                    } & {
                        [key: string]: unknown;
                    });
                    documentUrl?: string;
                    sticker?: string | ({
                        url?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                        fileName?: string;
                        mimetype?: string;
                        mimeType?: string;
                        ptt?: boolean;
                        viewOnce?: boolean;
                    } & {
                        [key: string]: unknown;
                    });
                    stickerUrl?: string;
                    fileName?: string;
                    caption?: string;
                    location?: {
                        latitude: number;
                        longitude: number;
                        name?: string;
                        address?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    contact?: {
                        fullName?: string;
                        name?: string;
                        phoneNumber?: string;
                        phone?: string;
                        organization?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    poll?: {
                        name?: string;
                        question?: string;
                        options: string[];
                        selectableCount?: number;
                        multiSelect?: boolean;
                    } & {
                        [key: string]: unknown;
                    };
                    buttons?: components["schemas"]["ContentButton"][];
                    list?: {
                        buttonText: string;
                        sections: components["schemas"]["ListSection"][];
                    };
                    ctaUrl?: {
                        buttonText: string;
                        url: string;
                    };
                    header?: components["schemas"]["ContentHeader"];
                    footer?: string;
                    reaction?: {
                        messageId: string;
                        emoji: string;
                    } & {
                        [key: string]: unknown;
                    };
                    template?: {
                        name: string;
                        language?: string;
                        parameters?: {
                            [key: string]: string;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    content?: components["schemas"]["Content"];
                    quoted?: string | ({
                        messageId: string;
                    } & {
                        [key: string]: unknown;
                    });
                    replyTo?: string;
                    viewOnce?: boolean;
                    mentions?: string[];
                    /** Format: date-time */
                    scheduledAt?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            messageId: string;
                            sessionId: string;
                            to: string;
                            /** @enum {string} */
                            status: "received" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                            type: string;
                            /** Format: date-time */
                            timestamp: string;
                        };
                        messageId: string;
                        /** @enum {string} */
                        status: "received" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWhatsappSessions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            sessionId: string;
                            name: string;
                            /** @enum {string} */
                            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                            phone_number: string | null;
                            /** @enum {string} */
                            status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                            status_reason: string;
                            account_protection: boolean;
                            log_messages: boolean;
                            webhook_url: string | null;
                            webhook_enabled: boolean;
                            webhook_events: string[];
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                        }[];
                        pagination: {
                            next: string | null;
                        };
                        sessions: {
                            id: string;
                            sessionId: string;
                            name: string;
                            /** @enum {string} */
                            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                            phone_number: string | null;
                            /** @enum {string} */
                            status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                            status_reason: string;
                            account_protection: boolean;
                            log_messages: boolean;
                            webhook_url: string | null;
                            webhook_enabled: boolean;
                            webhook_events: string[];
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWhatsappSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @default whatsapp-web
                     * @enum {string}
                     */
                    channel?: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                    phone_number?: string;
                    webhook_url?: ("" | string) | null;
                    webhook_enabled?: boolean;
                    webhook_events?: string[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            sessionId: string;
                            name: string;
                            /** @enum {string} */
                            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                            phone_number: string | null;
                            /** @enum {string} */
                            status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                            status_reason: string;
                            account_protection: boolean;
                            log_messages: boolean;
                            webhook_url: string | null;
                            webhook_enabled: boolean;
                            webhook_events: string[];
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            webhook_secret?: string;
                            sessionKey: string;
                            apiKey: string;
                            api_key: string;
                            instanceId: number;
                            token: string;
                        };
                        id: string;
                        sessionId: string;
                        name: string;
                        /** @enum {string} */
                        channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                        phone_number: string | null;
                        /** @enum {string} */
                        status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                        status_reason: string;
                        account_protection: boolean;
                        log_messages: boolean;
                        webhook_url: string | null;
                        webhook_enabled: boolean;
                        webhook_events: string[];
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        webhook_secret?: string;
                        sessionKey: string;
                        apiKey: string;
                        api_key: string;
                        instanceId: number;
                        token: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWhatsappSessionsBySessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            sessionId: string;
                            name: string;
                            /** @enum {string} */
                            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                            phone_number: string | null;
                            /** @enum {string} */
                            status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                            status_reason: string;
                            account_protection: boolean;
                            log_messages: boolean;
                            webhook_url: string | null;
                            webhook_enabled: boolean;
                            webhook_events: string[];
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                        };
                        id: string;
                        sessionId: string;
                        name: string;
                        /** @enum {string} */
                        channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                        phone_number: string | null;
                        /** @enum {string} */
                        status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                        status_reason: string;
                        account_protection: boolean;
                        log_messages: boolean;
                        webhook_url: string | null;
                        webhook_enabled: boolean;
                        webhook_events: string[];
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    putWhatsappSessionsBySessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    webhook_url?: ("" | string) | null;
                    webhook_enabled?: boolean;
                    webhook_events?: string[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            sessionId: string;
                            name: string;
                            /** @enum {string} */
                            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                            phone_number: string | null;
                            /** @enum {string} */
                            status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                            status_reason: string;
                            account_protection: boolean;
                            log_messages: boolean;
                            webhook_url: string | null;
                            webhook_enabled: boolean;
                            webhook_events: string[];
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            webhook_secret?: string;
                        };
                        id: string;
                        sessionId: string;
                        name: string;
                        /** @enum {string} */
                        channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                        phone_number: string | null;
                        /** @enum {string} */
                        status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                        status_reason: string;
                        account_protection: boolean;
                        log_messages: boolean;
                        webhook_url: string | null;
                        webhook_enabled: boolean;
                        webhook_events: string[];
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        webhook_secret?: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteWhatsappSessionsBySessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patchWhatsappSessionsBySessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    webhook_url?: ("" | string) | null;
                    webhook_enabled?: boolean;
                    webhook_events?: string[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            sessionId: string;
                            name: string;
                            /** @enum {string} */
                            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                            phone_number: string | null;
                            /** @enum {string} */
                            status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                            status_reason: string;
                            account_protection: boolean;
                            log_messages: boolean;
                            webhook_url: string | null;
                            webhook_enabled: boolean;
                            webhook_events: string[];
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            webhook_secret?: string;
                        };
                        id: string;
                        sessionId: string;
                        name: string;
                        /** @enum {string} */
                        channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                        phone_number: string | null;
                        /** @enum {string} */
                        status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                        status_reason: string;
                        account_protection: boolean;
                        log_messages: boolean;
                        webhook_url: string | null;
                        webhook_enabled: boolean;
                        webhook_events: string[];
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        webhook_secret?: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWhatsappSessionsBySessionIdConnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            sessionId: string;
                            name: string;
                            /** @enum {string} */
                            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                            phone_number: string | null;
                            /** @enum {string} */
                            status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                            status_reason: string;
                            account_protection: boolean;
                            log_messages: boolean;
                            webhook_url: string | null;
                            webhook_enabled: boolean;
                            webhook_events: string[];
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            qr?: string;
                            qrCode?: string;
                        };
                        /** @enum {string} */
                        status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                        qr?: string;
                        qrCode?: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWhatsappSessionsBySessionIdDisconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            sessionId: string;
                            name: string;
                            /** @enum {string} */
                            channel: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                            phone_number: string | null;
                            /** @enum {string} */
                            status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                            status_reason: string;
                            account_protection: boolean;
                            log_messages: boolean;
                            webhook_url: string | null;
                            webhook_enabled: boolean;
                            webhook_events: string[];
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            qr?: string;
                            qrCode?: string;
                        };
                        /** @enum {string} */
                        status: "DISCONNECTED" | "CONNECTING" | "CONNECTED" | "LOGGED_OUT";
                        qr?: string;
                        qrCode?: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWhatsappSessionsBySessionIdQrcode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            qr: string;
                            qrCode: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                        qr: string;
                        qrCode: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getMessages: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                conversationId?: string;
                contactId?: string;
                numberId?: string;
                direction?: "inbound" | "outbound";
                status?: "received" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Message"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string | number;
                    /** @enum {string} */
                    type: "text" | "image" | "video" | "audio" | "voice" | "document" | "sticker" | "location" | "contact" | "contacts" | "template" | "interactive" | "reaction" | "poll";
                    text?: string | ({
                        body: string;
                    } & {
                        [key: string]: unknown;
                    });
                    image?: {
                        url?: string;
                        link?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    video?: {
                        url?: string;
                        link?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    audio?: {
                        url?: string;
                        link?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    voice?: {
                        url?: string;
                        link?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    document?: {
                        url?: string;
                        link?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    sticker?: {
                        url?: string;
                        link?: string;
                        mediaId?: string;
                        caption?: string;
                        filename?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    location?: {
                        latitude: number;
                        longitude: number;
                        name?: string;
                        address?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    contact?: {
                        name?: string | ({
                            formatted_name: string;
                        } & {
                            [key: string]: unknown;
                        });
                        fullName?: string;
                        phone?: string;
                        phoneNumber?: string;
                        phones?: ({
                            phone: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    contacts?: ({
                        name?: string | ({
                            formatted_name: string;
                        } & {
                            [key: string]: unknown;
                        });
                        fullName?: string;
                        phone?: string;
                        phoneNumber?: string;
                        phones?: ({
                            phone: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    })[];
                    template?: {
                        name: string;
                        language?: string | ({
                            code: string;
                        } & {
                            [key: string]: unknown;
                        });
                        components?: ({
                            type: string;
                            sub_type?: string;
                            index?: string | number;
                            /** @default [] */
                            parameters?: ({
                                /** @default text */
                                type?: string;
                                parameter_name?: string;
                                text?: string;
                                payload?: string;
                                date_time?: {
                                    fallback_value: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                currency?: {
                                    fallback_value: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                image?: {
                                    url?: string;
                                    link?: string;
                                    mediaId?: string;
                                    caption?: string;
                                    filename?: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                video?: {
                                    url?: string;
                                    link?: string;
                                    mediaId?: string;
                                    caption?: string;
                                    filename?: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                document?: {
                                    url?: string;
                                    link?: string;
                                    mediaId?: string;
                                    caption?: string;
                                    filename?: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    interactive?: {
                        /** @enum {string} */
                        type: "button" | "list" | "cta_url";
                        header?: string | ({
                            text: string;
                        } & {
                            [key: string]: unknown;
                        });
                        body?: string | ({
                            text: string;
                        } & {
                            [key: string]: unknown;
                        });
                        footer?: string | ({
                            text: string;
                        } & {
                            [key: string]: unknown;
                        });
                        buttons?: ({
                            id?: string;
                            title?: string;
                            reply?: {
                                id: string;
                                title: string;
                            } & {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                        sections?: ({
                            title?: string;
                            rows: ({
                                id: string;
                                title: string;
                                description?: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        button_text?: string;
                        url?: string;
                        action?: {
                            button?: string;
                            buttons?: ({
                                id?: string;
                                title?: string;
                                reply?: {
                                    id: string;
                                    title: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            } & {
                                [key: string]: unknown;
                            })[];
                            sections?: ({
                                title?: string;
                                rows: ({
                                    id: string;
                                    title: string;
                                    description?: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                            } & {
                                [key: string]: unknown;
                            })[];
                            parameters?: {
                                display_text?: string;
                                url?: string;
                            } & {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    reaction?: {
                        messageId?: string;
                        message_id?: string;
                        emoji: string;
                    } & {
                        [key: string]: unknown;
                    };
                    poll?: {
                        question?: string;
                        name?: string;
                        options: string[];
                        /** @default 1 */
                        selectableCount?: number;
                    } & {
                        [key: string]: unknown;
                    };
                    context?: {
                        message_id: string;
                    } & {
                        [key: string]: unknown;
                    };
                    quoted?: string;
                    numberId?: string;
                    /** Format: date-time */
                    scheduledAt?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        from: string;
                        to: string;
                        type: string;
                        text?: string;
                        /** Format: date-time */
                        timestamp: string;
                        /** @enum {string} */
                        status: "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                    };
                };
            };
        };
    };
    getContactsByContactIdMessages: {
        parameters: {
            query?: {
                cursor?: string;
                next?: string;
                limit?: number;
            };
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: ({
                            id: string;
                            from: string;
                            to: string;
                            type: string;
                            text?: string;
                            /** Format: date-time */
                            timestamp: string;
                            /** @enum {string} */
                            status: "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                            error?: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                    };
                };
            };
        };
    };
    getOnWhatsappByPhone: {
        parameters: {
            query?: {
                sessionId?: string;
            };
            header?: never;
            path: {
                phone: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            exists: boolean;
                            jid: string | null;
                        };
                        exists: boolean;
                        jid: string | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getGroups: {
        parameters: {
            query?: {
                sessionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            jid: string;
                            subject: string;
                            name: string;
                            owner: string | null;
                            creation: number | null;
                            desc: string;
                            size: number;
                            participants: {
                                id: string;
                                jid: string;
                                phone: string | null;
                                isAdmin: boolean;
                                isSuperAdmin: boolean;
                                admin: ("admin" | "superadmin") | null;
                            }[];
                        }[];
                        groups: {
                            id: string;
                            jid: string;
                            subject: string;
                            name: string;
                            owner: string | null;
                            creation: number | null;
                            desc: string;
                            size: number;
                            participants: {
                                id: string;
                                jid: string;
                                phone: string | null;
                                isAdmin: boolean;
                                isSuperAdmin: boolean;
                                admin: ("admin" | "superadmin") | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    subject?: string;
                    participants: (string | number)[];
                    sessionId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            jid: string;
                            subject: string;
                            name: string;
                            owner: string | null;
                            creation: number | null;
                            desc: string;
                            size: number;
                            participants: {
                                id: string;
                                jid: string;
                                phone: string | null;
                                isAdmin: boolean;
                                isSuperAdmin: boolean;
                                admin: ("admin" | "superadmin") | null;
                            }[];
                            results: {
                                status: number;
                                id: string;
                                jid: string;
                                message: string;
                            }[];
                        };
                        id: string;
                        jid: string;
                        subject: string;
                        name: string;
                        owner: string | null;
                        creation: number | null;
                        desc: string;
                        size: number;
                        participants: {
                            id: string;
                            jid: string;
                            phone: string | null;
                            isAdmin: boolean;
                            isSuperAdmin: boolean;
                            admin: ("admin" | "superadmin") | null;
                        }[];
                        results: {
                            status: number;
                            id: string;
                            jid: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getGroupsByJid: {
        parameters: {
            query?: {
                sessionId?: string;
            };
            header?: never;
            path: {
                jid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            jid: string;
                            subject: string;
                            name: string;
                            owner: string | null;
                            creation: number | null;
                            desc: string;
                            size: number;
                            participants: {
                                id: string;
                                jid: string;
                                phone: string | null;
                                isAdmin: boolean;
                                isSuperAdmin: boolean;
                                admin: ("admin" | "superadmin") | null;
                            }[];
                        };
                        id: string;
                        jid: string;
                        subject: string;
                        name: string;
                        owner: string | null;
                        creation: number | null;
                        desc: string;
                        size: number;
                        participants: {
                            id: string;
                            jid: string;
                            phone: string | null;
                            isAdmin: boolean;
                            isSuperAdmin: boolean;
                            admin: ("admin" | "superadmin") | null;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getGroupsByJidParticipants: {
        parameters: {
            query?: {
                sessionId?: string;
            };
            header?: never;
            path: {
                jid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            id: string;
                            jid: string;
                            phone: string | null;
                            isAdmin: boolean;
                            isSuperAdmin: boolean;
                            admin: ("admin" | "superadmin") | null;
                        }[];
                        participants: {
                            id: string;
                            jid: string;
                            phone: string | null;
                            isAdmin: boolean;
                            isSuperAdmin: boolean;
                            admin: ("admin" | "superadmin") | null;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postGroupsByJidParticipantsAdd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    participants: (string | number)[];
                    sessionId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            status: number;
                            id: string;
                            jid: string;
                            message: string;
                        }[];
                        results: {
                            status: number;
                            id: string;
                            jid: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postGroupsByJidParticipantsRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    participants: (string | number)[];
                    sessionId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            status: number;
                            id: string;
                            jid: string;
                            message: string;
                        }[];
                        results: {
                            status: number;
                            id: string;
                            jid: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postGroupsByJidLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sessionId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            jid: string;
                            /** @constant */
                            left: true;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getInstanceByInstanceIdSendMessage: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                body?: string | number;
                quotedMsgId?: string | number;
                mentionedPhones?: string | number | (string | number)[];
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    body?: string | number;
                    quotedMsgId?: string | number;
                    mentionedPhones?: string | number | (string | number)[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSendMessage: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                body?: string | number;
                quotedMsgId?: string | number;
                mentionedPhones?: string | number | (string | number)[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    body?: string | number;
                    quotedMsgId?: string | number;
                    mentionedPhones?: string | number | (string | number)[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdMessage: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                body?: string | number;
                quotedMsgId?: string | number;
                mentionedPhones?: string | number | (string | number)[];
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    body?: string | number;
                    quotedMsgId?: string | number;
                    mentionedPhones?: string | number | (string | number)[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootMessage: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                body?: string | number;
                quotedMsgId?: string | number;
                mentionedPhones?: string | number | (string | number)[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    body?: string | number;
                    quotedMsgId?: string | number;
                    mentionedPhones?: string | number | (string | number)[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdSendFile: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                body?: string | unknown;
                filename?: string | number;
                caption?: string | number;
                quotedMsgId?: string | number;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSendFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    /** @default  */
                    body?: string | unknown;
                    filename?: string | number;
                    caption?: string | number;
                    quotedMsgId?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSendFile: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                body?: string | unknown;
                filename?: string | number;
                caption?: string | number;
                quotedMsgId?: string | number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSendFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    /** @default  */
                    body?: string | unknown;
                    filename?: string | number;
                    caption?: string | number;
                    quotedMsgId?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdSendPTT: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                audio?: string | unknown;
                body?: string | unknown;
                quotedMsgId?: string | number;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSendPTT: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    /** @default  */
                    audio?: string | unknown;
                    /** @default  */
                    body?: string | unknown;
                    quotedMsgId?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSendPTT: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                audio?: string | unknown;
                body?: string | unknown;
                quotedMsgId?: string | number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSendPTT: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    /** @default  */
                    audio?: string | unknown;
                    /** @default  */
                    body?: string | unknown;
                    quotedMsgId?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdSendLink: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                body?: string | number;
                title?: string | number;
                description?: string | number;
                text?: string | number;
                quotedMsgId?: string | number;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSendLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    body?: string | number;
                    title?: string | number;
                    description?: string | number;
                    text?: string | number;
                    quotedMsgId?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSendLink: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                body?: string | number;
                title?: string | number;
                description?: string | number;
                text?: string | number;
                quotedMsgId?: string | number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSendLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    body?: string | number;
                    title?: string | number;
                    description?: string | number;
                    text?: string | number;
                    quotedMsgId?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdSendLocation: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                lat?: string | number;
                lng?: string | number;
                address?: string | number;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSendLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    lat?: string | number;
                    lng?: string | number;
                    address?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSendLocation: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                lat?: string | number;
                lng?: string | number;
                address?: string | number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSendLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    lat?: string | number;
                    lng?: string | number;
                    address?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdSendContact: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                contactId?: string | number | (string | number)[];
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSendContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    contactId?: string | number | (string | number)[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSendContact: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                contactId?: string | number | (string | number)[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSendContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    contactId?: string | number | (string | number)[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdSendVCard: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                vcard?: string | number;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSendVCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    vcard?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSendVCard: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
                vcard?: string | number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSendVCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                    vcard?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        /** @constant */
                        message: "ok";
                        id: string;
                        queueNumber?: number;
                    } | {
                        /** @constant */
                        sent: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdGroup: {
        parameters: {
            query?: {
                groupName?: string | number;
                phones?: string | number | (string | number)[];
                chatIds?: string | number | (string | number)[];
                messageText?: string | number;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        created: true;
                        message: string;
                        chatId?: string;
                    } | {
                        /** @constant */
                        created: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groupName?: string | number;
                    phones?: string | number | (string | number)[];
                    chatIds?: string | number | (string | number)[];
                    messageText?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        created: true;
                        message: string;
                        chatId?: string;
                    } | {
                        /** @constant */
                        created: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootGroup: {
        parameters: {
            query?: {
                groupName?: string | number;
                phones?: string | number | (string | number)[];
                chatIds?: string | number | (string | number)[];
                messageText?: string | number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        created: true;
                        message: string;
                        chatId?: string;
                    } | {
                        /** @constant */
                        created: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groupName?: string | number;
                    phones?: string | number | (string | number)[];
                    chatIds?: string | number | (string | number)[];
                    messageText?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        created: true;
                        message: string;
                        chatId?: string;
                    } | {
                        /** @constant */
                        created: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdMessages: {
        parameters: {
            query?: {
                lastMessageNumber?: number;
                last?: boolean | number | string;
                chatId?: string | number;
                limit?: number;
                min_time?: number;
                max_time?: number;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: {
                            id: string;
                            body: string;
                            /** @enum {string} */
                            type: "chat" | "image" | "video" | "ptt" | "audio" | "document" | "sticker" | "location" | "vcard" | "multi_vcard";
                            senderName: string;
                            fromMe: boolean;
                            author: string;
                            time: number;
                            chatId: string;
                            messageNumber: number;
                            chatName: string;
                            caption: string | null;
                            self: number;
                            isForwarded: number;
                            quotedMsgId?: string;
                            quotedMsgBody?: string;
                            quotedMsgType?: string;
                        }[];
                        lastMessageNumber: number;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootMessages: {
        parameters: {
            query?: {
                lastMessageNumber?: number;
                last?: boolean | number | string;
                chatId?: string | number;
                limit?: number;
                min_time?: number;
                max_time?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: {
                            id: string;
                            body: string;
                            /** @enum {string} */
                            type: "chat" | "image" | "video" | "ptt" | "audio" | "document" | "sticker" | "location" | "vcard" | "multi_vcard";
                            senderName: string;
                            fromMe: boolean;
                            author: string;
                            time: number;
                            chatId: string;
                            messageNumber: number;
                            chatName: string;
                            caption: string | null;
                            self: number;
                            isForwarded: number;
                            quotedMsgId?: string;
                            quotedMsgBody?: string;
                            quotedMsgType?: string;
                        }[];
                        lastMessageNumber: number;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdDialogs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dialogs: {
                            id: string;
                            name: string;
                            image: string;
                            metadata: {
                                isGroup: boolean;
                                participants: string[];
                            };
                            last_time: number;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootDialogs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dialogs: {
                            id: string;
                            name: string;
                            image: string;
                            metadata: {
                                isGroup: boolean;
                                participants: string[];
                            };
                            last_time: number;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdReadChat: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        read: true;
                        /** @constant */
                        message: "ok";
                        chatId: string;
                    } | {
                        /** @constant */
                        read: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdReadChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        read: true;
                        /** @constant */
                        message: "ok";
                        chatId: string;
                    } | {
                        /** @constant */
                        read: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootReadChat: {
        parameters: {
            query?: {
                phone?: string | number;
                chatId?: string | number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        read: true;
                        /** @constant */
                        message: "ok";
                        chatId: string;
                    } | {
                        /** @constant */
                        read: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootReadChat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string | number;
                    chatId?: string | number;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        read: true;
                        /** @constant */
                        message: "ok";
                        chatId: string;
                    } | {
                        /** @constant */
                        read: false;
                        message: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdStatus: {
        parameters: {
            query?: {
                full?: boolean | number | string;
                no_wakeup?: boolean | number | string;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        accountStatus: "init" | "loading" | "got qr code" | "authenticated";
                        qrCode?: string;
                        statusData?: {
                            substatus: string;
                            title: string;
                            msg: string;
                            submsg: string;
                            actions: Record<string, never>;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootStatus: {
        parameters: {
            query?: {
                full?: boolean | number | string;
                no_wakeup?: boolean | number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        accountStatus: "init" | "loading" | "got qr code" | "authenticated";
                        qrCode?: string;
                        statusData?: {
                            substatus: string;
                            title: string;
                            msg: string;
                            submsg: string;
                            actions: Record<string, never>;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdQrCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootQrCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        phone: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        phone: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdLogout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        result: "Logout request sent to WhatsApp";
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdLogout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        result: "Logout request sent to WhatsApp";
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        result: "Logout request sent to WhatsApp";
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        result: "Logout request sent to WhatsApp";
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdReboot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdReboot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootReboot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootReboot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdShowMessagesQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totalMessages: number;
                        first100: {
                            id: number;
                            body: string;
                            type: string;
                            chatId: string;
                            last_try: number;
                            metadata: string;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootShowMessagesQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totalMessages: number;
                        first100: {
                            id: number;
                            body: string;
                            type: string;
                            chatId: string;
                            last_try: number;
                            metadata: string;
                        }[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdClearMessagesQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        messageTextsExample: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdClearMessagesQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        messageTextsExample: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootClearMessagesQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        messageTextsExample: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootClearMessagesQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        messageTextsExample: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        set: boolean;
                        webhookUrl: string | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    webhookUrl?: string | number | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        set: boolean;
                        webhookUrl: string | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        set: boolean;
                        webhookUrl: string | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    webhookUrl?: string | number | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        set: boolean;
                        webhookUrl: string | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdSettingsAckNotificationsOn: {
        parameters: {
            query?: {
                ackNotificationsOn?: boolean | number | string;
            };
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        set?: true;
                        ackNotificationsOn: boolean;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSettingsAckNotificationsOn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ackNotificationsOn?: boolean | number | string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        set?: true;
                        ackNotificationsOn: boolean;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSettingsAckNotificationsOn: {
        parameters: {
            query?: {
                ackNotificationsOn?: boolean | number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        set?: true;
                        ackNotificationsOn: boolean;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSettingsAckNotificationsOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ackNotificationsOn?: boolean | number | string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        set?: true;
                        ackNotificationsOn: boolean;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        webhookUrl: string | null;
                        ackNotificationsOn: boolean;
                        sendDelay: number;
                        instanceStatuses: boolean;
                        webhookStatuses: boolean;
                        statusNotificationsOn: boolean;
                        chatUpdateOn: boolean;
                        videoUploadOn: boolean;
                        guaranteedHooks: boolean;
                        ignoreOldMessages: boolean;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postInstanceByInstanceIdSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    webhookUrl?: string | number | null;
                    ackNotificationsOn?: boolean | number | string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        update: {
                            webhookUrl?: string | null;
                            ackNotificationsOn?: boolean;
                            sendDelay?: number;
                            instanceStatuses?: boolean;
                            webhookStatuses?: boolean;
                            statusNotificationsOn?: boolean;
                            chatUpdateOn?: boolean;
                            videoUploadOn?: boolean;
                            guaranteedHooks?: boolean;
                            ignoreOldMessages?: boolean;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getRootSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        webhookUrl: string | null;
                        ackNotificationsOn: boolean;
                        sendDelay: number;
                        instanceStatuses: boolean;
                        webhookStatuses: boolean;
                        statusNotificationsOn: boolean;
                        chatUpdateOn: boolean;
                        videoUploadOn: boolean;
                        guaranteedHooks: boolean;
                        ignoreOldMessages: boolean;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postRootSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    webhookUrl?: string | number | null;
                    ackNotificationsOn?: boolean | number | string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        update: {
                            webhookUrl?: string | null;
                            ackNotificationsOn?: boolean;
                            sendDelay?: number;
                            instanceStatuses?: boolean;
                            webhookStatuses?: boolean;
                            statusNotificationsOn?: boolean;
                            chatUpdateOn?: boolean;
                            videoUploadOn?: boolean;
                            guaranteedHooks?: boolean;
                            ignoreOldMessages?: boolean;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    getInstanceByInstanceIdFileByMediaId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: string;
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                    };
                };
            };
        };
    };
    postV1MessagesWhatsappSendtext: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    textMessage: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesWhatsappSendmedia: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    /** Format: uri */
                    mediaUrl: string;
                    mimeType: string;
                    caption?: string | null;
                    filename?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesWhatsappSendtemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    template: string | ({
                        name: string;
                        language?: (string | ({
                            code: string;
                        } & {
                            [key: string]: unknown;
                        })) | null;
                    } & {
                        [key: string]: unknown;
                    });
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesMessengerSendtext: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    textMessage: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesMessengerSendmedia: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    /** Format: uri */
                    mediaUrl: string;
                    mimeType: string;
                    caption?: string | null;
                    filename?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesMessengerSendtemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    elements: ({
                        title: string;
                        subtitle?: string | null;
                        imageUrl?: string | null;
                        image_url?: string | null;
                        buttons?: (string | ({
                            type?: string | null;
                            title?: string | null;
                            text?: string | null;
                            payload?: string | null;
                            callback_data?: string | null;
                            url?: string | null;
                            phoneNumber?: string | null;
                            phone_number?: string | null;
                        } & {
                            [key: string]: unknown;
                        }))[] | null;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesInstagramSendtext: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    textMessage: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesInstagramSendmedia: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    /** Format: uri */
                    mediaUrl: string;
                    mimeType: string;
                    caption?: string | null;
                    filename?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesInstagramSendtemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    elements: ({
                        title: string;
                        subtitle?: string | null;
                        imageUrl?: string | null;
                        image_url?: string | null;
                        buttons?: (string | ({
                            type?: string | null;
                            title?: string | null;
                            text?: string | null;
                            payload?: string | null;
                            callback_data?: string | null;
                            url?: string | null;
                            phoneNumber?: string | null;
                            phone_number?: string | null;
                        } & {
                            [key: string]: unknown;
                        }))[] | null;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesTelegramSendtext: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    textMessage: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesTelegramSendmedia: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    /** Format: uri */
                    mediaUrl: string;
                    mimeType: string;
                    caption?: string | null;
                    filename?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    postV1MessagesTelegramSendtemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: (({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recepient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    recipient?: (({
                        phoneNumber: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number)) | null;
                    workspace: ({
                        id: string | number;
                    } & {
                        [key: string]: unknown;
                    }) | (string | number);
                    scheduleDateTime?: string | null;
                    textMessage: string;
                    buttons?: ((string | ({
                        type?: string | null;
                        title?: string | null;
                        text?: string | null;
                        payload?: string | null;
                        callback_data?: string | null;
                        url?: string | null;
                        phoneNumber?: string | null;
                        phone_number?: string | null;
                    } & {
                        [key: string]: unknown;
                    })) | (string | ({
                        type?: string | null;
                        title?: string | null;
                        text?: string | null;
                        payload?: string | null;
                        callback_data?: string | null;
                        url?: string | null;
                        phoneNumber?: string | null;
                        phone_number?: string | null;
                    } & {
                        [key: string]: unknown;
                    }))[])[] | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        ids?: string[];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    getV1MessagesScheduled: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: {
                            id: string;
                            /** @enum {string} */
                            status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                            error: string;
                            channel: string;
                            contact: {
                                id: string;
                            };
                            recepient: {
                                phoneNumber: string;
                            };
                            workspace: {
                                id: string;
                            };
                            type: string;
                            textMessage: string;
                            /** Format: date-time */
                            scheduleDateTime: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    getV1MessagesByMessageId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    deleteV1MessagesByMessageId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        status: "scheduled" | "queued" | "sent" | "delivered" | "read" | "failed" | "cancelled";
                        error: string;
                        message: string;
                    };
                };
            };
        };
    };
    getApiContactsByContactIdMessages: {
        parameters: {
            query: {
                page: number;
                limit: number;
                before?: string;
                before_id?: string;
                after?: string;
                account?: string;
            };
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "success";
                        data: {
                            items: {
                                id: string;
                                wa_message_id: string;
                                wamid: string;
                                contact_id: string;
                                /** @enum {string} */
                                direction: "incoming" | "outgoing";
                                type: string;
                                message_type: string;
                                content: {
                                    text: string;
                                    body: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                media_url: string;
                                media_mime_type: string;
                                media_filename: string;
                                interactive_data: ({
                                    type: string;
                                } & {
                                    [key: string]: unknown;
                                }) | null;
                                /** @enum {string} */
                                status: "pending" | "sent" | "delivered" | "read" | "failed";
                                error_message: string;
                                is_reply: boolean;
                                reply_to_message_id: string | null;
                                reactions: unknown[];
                                /** Format: date-time */
                                timestamp: string;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                updated_at: string;
                            }[];
                            messages: {
                                id: string;
                                wa_message_id: string;
                                wamid: string;
                                contact_id: string;
                                /** @enum {string} */
                                direction: "incoming" | "outgoing";
                                type: string;
                                message_type: string;
                                content: {
                                    text: string;
                                    body: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                media_url: string;
                                media_mime_type: string;
                                media_filename: string;
                                interactive_data: ({
                                    type: string;
                                } & {
                                    [key: string]: unknown;
                                }) | null;
                                /** @enum {string} */
                                status: "pending" | "sent" | "delivered" | "read" | "failed";
                                error_message: string;
                                is_reply: boolean;
                                reply_to_message_id: string | null;
                                reactions: unknown[];
                                /** Format: date-time */
                                timestamp: string;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                updated_at: string;
                            }[];
                            total: number;
                            page: number;
                            limit: number;
                            has_more: boolean;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "error";
                        message: string;
                        data: null;
                    };
                };
            };
        };
    };
    postApiContactsByContactIdMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default text */
                    type?: string;
                    text?: (string | ({
                        body: string;
                    } & {
                        [key: string]: unknown;
                    })) | null;
                    content?: ({
                        text?: string | null;
                        body?: string | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    interactive?: ({
                        type: string;
                        body?: (string | ({
                            text: string;
                        } & {
                            [key: string]: unknown;
                        })) | null;
                        header?: (string | ({
                            text: string;
                        } & {
                            [key: string]: unknown;
                        })) | null;
                        footer?: (string | ({
                            text: string;
                        } & {
                            [key: string]: unknown;
                        })) | null;
                        buttons?: ({
                            id?: string;
                            title?: string;
                            reply?: {
                                id?: string;
                                title: string;
                            } & {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        })[] | null;
                        button_text?: string | null;
                        url?: string | null;
                        sections?: ({
                            title?: string | null;
                            rows: ({
                                id?: string;
                                title: string;
                                description?: string | null;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        })[] | null;
                        rows?: ({
                            id?: string;
                            title: string;
                            description?: string | null;
                        } & {
                            [key: string]: unknown;
                        })[] | null;
                        action?: ({
                            button?: string | null;
                            buttons?: ({
                                id?: string;
                                title?: string;
                                reply?: {
                                    id?: string;
                                    title: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            } & {
                                [key: string]: unknown;
                            })[] | null;
                            sections?: ({
                                title?: string | null;
                                rows: ({
                                    id?: string;
                                    title: string;
                                    description?: string | null;
                                } & {
                                    [key: string]: unknown;
                                })[];
                            } & {
                                [key: string]: unknown;
                            })[] | null;
                            parameters?: ({
                                display_text?: string | null;
                                url?: string | null;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    reply_to_message_id?: string | null;
                    whatsapp_account?: string | null;
                    account_name?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "success";
                        data: {
                            id: string;
                            wa_message_id: string;
                            wamid: string;
                            contact_id: string;
                            /** @enum {string} */
                            direction: "incoming" | "outgoing";
                            type: string;
                            message_type: string;
                            content: {
                                text: string;
                                body: string;
                            } & {
                                [key: string]: unknown;
                            };
                            media_url: string;
                            media_mime_type: string;
                            media_filename: string;
                            interactive_data: ({
                                type: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "delivered" | "read" | "failed";
                            error_message: string;
                            is_reply: boolean;
                            reply_to_message_id: string | null;
                            reactions: unknown[];
                            /** Format: date-time */
                            timestamp: string;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "error";
                        message: string;
                        data: null;
                    };
                };
            };
        };
    };
    postApiMessagesTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact_id?: string | null;
                    phone_number?: (string | number) | null;
                    template_name?: string | null;
                    template_id?: string | null;
                    language?: string | null;
                    template_params?: ({
                        [key: string]: string | number | boolean;
                    } | (string | number | boolean)[]) | null;
                    header_params?: ({
                        [key: string]: string | number | boolean;
                    } | (string | number | boolean)[]) | null;
                    button_params?: ({
                        [key: string]: string | number | boolean;
                    } | (string | number | boolean)[]) | null;
                    header_media_id?: string | null;
                    header_media_url?: string | null;
                    header_media_filename?: string | null;
                    account_name?: string | null;
                    whatsapp_account?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "success";
                        data: {
                            id: string;
                            wa_message_id: string;
                            wamid: string;
                            contact_id: string;
                            /** @enum {string} */
                            direction: "incoming" | "outgoing";
                            type: string;
                            message_type: string;
                            content: {
                                text: string;
                                body: string;
                            } & {
                                [key: string]: unknown;
                            };
                            media_url: string;
                            media_mime_type: string;
                            media_filename: string;
                            interactive_data: ({
                                type: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "delivered" | "read" | "failed";
                            error_message: string;
                            is_reply: boolean;
                            reply_to_message_id: string | null;
                            reactions: unknown[];
                            /** Format: date-time */
                            timestamp: string;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            message_id: string;
                            phone_number: string;
                            template_name: string;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "error";
                        message: string;
                        data: null;
                    };
                };
            };
        };
    };
    postApiMessagesMedia: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact_id?: string | null;
                    /**
                     * @default image
                     * @enum {string}
                     */
                    type?: "image" | "video" | "audio" | "document";
                    media_url?: string | null;
                    caption?: string | null;
                    filename?: string | null;
                    account_name?: string | null;
                    whatsapp_account?: string | null;
                    reply_to_message_id?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "success";
                        data: {
                            id: string;
                            wa_message_id: string;
                            wamid: string;
                            contact_id: string;
                            /** @enum {string} */
                            direction: "incoming" | "outgoing";
                            type: string;
                            message_type: string;
                            content: {
                                text: string;
                                body: string;
                            } & {
                                [key: string]: unknown;
                            };
                            media_url: string;
                            media_mime_type: string;
                            media_filename: string;
                            interactive_data: ({
                                type: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "delivered" | "read" | "failed";
                            error_message: string;
                            is_reply: boolean;
                            reply_to_message_id: string | null;
                            reactions: unknown[];
                            /** Format: date-time */
                            timestamp: string;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "error";
                        message: string;
                        data: null;
                    };
                };
            };
        };
    };
    putApiMessagesByMessageIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "success";
                        data: null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "error";
                        message: string;
                        data: null;
                    };
                };
            };
        };
    };
    postSandboxByNumberIdInbound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxInboundRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxInbound"];
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getSandboxByNumberIdOutbox: {
        parameters: {
            query?: {
                to?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxOutbox"];
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postSandboxByNumberIdStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxStatusRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["SandboxStatus"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patchSandboxByNumberId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSandboxRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Number"];
                        connected: boolean;
                        autoStatus: boolean;
                        /** @enum {string} */
                        imitates: "whatsapp-web" | "whatsapp-cloud" | "messenger" | "instagram" | "telegram" | "sandbox";
                        failing: components["schemas"]["SandboxFailing2"] | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getNumbers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Number"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateNumberRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["CreatedNumber"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getNumbersByNumberId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Number"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteNumbersByNumberId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patchNumbersByNumberId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateNumberRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Number"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postNumbersByNumberIdConnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Number"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postNumbersByNumberIdDisconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Number"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getNumbersByNumberIdQr: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["PairingCode"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postNumbersByNumberIdPairingCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairingCodeRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["PairingCode"] | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postNumbersByNumberIdKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["CreatedNumber"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getFlows: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["FlowSummary"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFlowRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Flow"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getFlowsByFlowId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Flow"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteFlowsByFlowId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patchFlowsByFlowId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateFlowRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Flow"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getFlowsByFlowIdSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["FlowSummary"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getFlowsByFlowIdDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    putFlowsByFlowIdDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["SavedDraft"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlowsByFlowIdPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Published"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlowsByFlowIdTrialPromote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoteTrialRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Published"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlowsByFlowIdTrialEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndTrialRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Flow"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlowsByFlowIdUnpublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnpublishRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Flow"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getFlowsByFlowIdConversations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ConversationsOnNumber"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getFlowsByFlowIdScheduledPublishes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ScheduledPublish"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlowsByFlowIdScheduledPublishes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulePublishRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ScheduledPublish"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteFlowsByFlowIdScheduledPublishesByScheduledPublishId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                scheduledPublishId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getFlowsByFlowIdVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["FlowVersionSummary"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getFlowsByFlowIdVersionsByVersionNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                versionNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["FlowVersion"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlowsByFlowIdVersionsByVersionNumberRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                versionNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreVersionRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Flow"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlowsByFlowIdDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Flow"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postFlowsByFlowIdSimulateHttp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateHttpRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["SimulatedHttpResult"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getContacts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                tag?: string;
                isTestContact?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Contact"][];
                        pagination: {
                            next: string | null;
                        };
                        contacts: components["schemas"]["Contact"][];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"] | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                    } | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                        /** @constant */
                        success: false;
                        code: string;
                        message: string;
                    };
                };
            };
        };
    };
    putContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpsertContactRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Contact"];
                        id: string;
                        uuid: string;
                        phone: string;
                        name: string;
                        profileImage: string;
                        tags: string[];
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        language: string;
                        optedOut: boolean;
                        isTestContact: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        lastMessageAt: string | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"] | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                    } | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                        /** @constant */
                        success: false;
                        code: string;
                        message: string;
                    };
                };
            };
        };
    };
    getContactsByContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Contact"];
                        id: string;
                        uuid: string;
                        phone: string;
                        name: string;
                        profileImage: string;
                        tags: string[];
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        language: string;
                        optedOut: boolean;
                        isTestContact: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        lastMessageAt: string | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"] | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                    } | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                        /** @constant */
                        success: false;
                        code: string;
                        message: string;
                    };
                };
            };
        };
    };
    deleteContactsByContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"] | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                    } | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                        /** @constant */
                        success: false;
                        code: string;
                        message: string;
                    };
                };
            };
        };
    };
    patchContactsByContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContactRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Contact"];
                        id: string;
                        uuid: string;
                        phone: string;
                        name: string;
                        profileImage: string;
                        tags: string[];
                        attributes: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                        language: string;
                        optedOut: boolean;
                        isTestContact: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        lastMessageAt: string | null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"] | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                    } | {
                        error: {
                            code: string;
                            message: string;
                            status: number;
                        };
                        /** @constant */
                        success: false;
                        code: string;
                        message: string;
                    };
                };
            };
        };
    };
    getConversations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                numberId?: string;
                contactId?: string;
                handover?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Conversation"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getConversationsByConversationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Conversation"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getConversationsByConversationIdMessages: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Message"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postConversationsByConversationIdMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerConversationRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Message"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postConversationsByConversationIdTakeOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOverRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Conversation"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postConversationsByConversationIdResolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Conversation"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postConversationsByConversationIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Conversation"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getMedia: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Media"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postMedia: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadRequest"];
                "multipart/form-data": {
                    file: string;
                };
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Media"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getMediaByMediaId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Media"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteMediaByMediaId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getMediaByMediaIdContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getMessagesByMessageId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Message"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postMessagesByMessageIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Message"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postNumbersByNumberIdQueueClear: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and the same request has the first result */
                "Idempotency-Key"?: string;
            };
            path: {
                numberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ClearedQueue"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getTemplates: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                name?: string;
                status?: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Template"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplateRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Template"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getTemplatesByTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Template"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteTemplatesByTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patchTemplatesByTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTemplateRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Template"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getAuthSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["SetupState"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postAuthSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Me"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postAuthLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Me"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postAuthLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Me"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postAuthForgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postAuthResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postAuthChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: null;
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postAuthInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["InvitationPreview"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postAuthAcceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Me"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Token"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTokenRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["CreatedToken"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteTokensByTokenId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getKeys: {
        parameters: {
            query?: {
                numberId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ApiKey"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKeyRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["CreatedKey"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postKeysByKeyIdRotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKeyRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["CreatedKey"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteKeysByKeyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWebhooks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookWithSecret"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    putWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patchWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWebhooksByWebhookIdPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWebhooksByWebhookIdResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Webhook"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWebhooksByWebhookIdRotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookWithSecret"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWebhooksByWebhookIdTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookTest"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWebhooksByWebhookIdReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["ReplayedDeliveries"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWebhooksByWebhookIdDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "pending" | "delivered" | "failed";
            };
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookDelivery"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWebhooksByWebhookIdDeliveriesByDeliveryId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookDeliveryDetail"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWebhooksByWebhookIdDeliveriesByDeliveryIdReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["WebhookDelivery"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Workspace"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkspaceRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Workspace"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWorkspacesByWorkspaceId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Workspace"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patchWorkspacesByWorkspaceId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWorkspaceRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Workspace"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWorkspacesByWorkspaceIdMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Member"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    postWorkspacesByWorkspaceIdMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteRequest"];
            };
        };
        responses: {
            /** @description It went well */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["CreatedInvitation"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getWorkspacesByWorkspaceIdInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Invitation"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteWorkspacesByWorkspaceIdInvitationsByInvitationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteWorkspacesByWorkspaceIdMembersByUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Deleted"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    patchWorkspacesByWorkspaceIdMembersByUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMemberRequest"];
            };
        };
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["Member"];
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getAuditLog: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["AuditEntry"][];
                        pagination: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It went well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was refused; the error says why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}
