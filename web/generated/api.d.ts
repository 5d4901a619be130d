// Generated from the OpenAPI description by `npm run generate:client`. Do not edit.

export interface paths {
    readonly "/api/bodies/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A body */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly asOf?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Offices, members, meetings, texts, undertakings */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["BodyPage"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/claims": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The claims for one field */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly field: string;
                    readonly language?: string;
                    readonly record: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Every source's statement, the shown one marked */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["FieldClaims"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/coalition": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The coalition */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly asOf?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Its names, lines, countries, and what one may do next */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Coalition"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/conflicts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Fields whose sources disagree */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly decided?: "yes" | "no";
                    readonly kind?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Each with its sides */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ConflictList"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Imports of the viewer's own, newest first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Imports */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ImportList"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Import a file */
        readonly post: {
            readonly parameters: {
                readonly query: {
                    readonly format?: string;
                    readonly name: string;
                    readonly publication?: "yes" | "no";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/octet-stream": string;
                };
            };
            readonly responses: {
                /** @description Taken in */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ImportJob"];
                    };
                };
                /** @description Taken in, and safe; reading goes on */
                readonly 202: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ImportJob"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far an import is */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description The import */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ImportJob"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far an import is, as it goes */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Each event's data is an ImportJob; ends when the import has ended */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/event-stream": string;
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/faults": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was wrong */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Faults in the order of the file */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["FaultList"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/faults/{n}/raw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A record that was set aside, as it stood */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly n: number | null;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Its own text */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/plain": string;
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Read a failed import again */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description It waits to be read */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["ImportJob"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/imports/{id}/summary.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was wrong, as CSV */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description One row a fault */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/csv": string;
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Invite a person */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["NewInvitation"];
                };
            };
            readonly responses: {
                /** @description A one-time link, shown once */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["InvitationLink"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/invitations/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make the invited person's account */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["AcceptInvitation"];
                };
            };
            readonly responses: {
                /** @description Made, and signed in */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/meetings/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A meeting */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly asOf?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Every value with its proof */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["MeetingPage"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The members of the coalition */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly asOf?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Each with its answer for the day */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["MemberList"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/members/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A member */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly asOf?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Where it sits, what it promised */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["MemberPage"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The bodies, and how many of what */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly asOf?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description The tree of bodies */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["RecordIndex"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is asking */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description The viewer, and what a page needs to know first */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        /** Sign in */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["SignIn"];
                };
            };
            readonly responses: {
                /** @description Signed in */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Signed out */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session/looking-as": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Look as a member */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["LookAs"];
                };
            };
            readonly responses: {
                /** @description What one sees from now on is what that member sees */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/setup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make the first secretariat officer's account */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["Setup"];
                };
            };
            readonly responses: {
                /** @description Made, and signed in */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Sources */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly limit?: number;
                    readonly q?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description In order of title */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["SourceList"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A source */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description What stands on it */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["SourcePage"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make a personal access token */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": components["schemas"]["NewToken"];
                };
            };
            readonly responses: {
                /** @description The token, shown once */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["TokenShown"];
                    };
                };
                /** @description Refused, and why */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused, and why */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AcceptInvitation: {
            readonly login: string;
            readonly password: string;
            readonly token: string;
        };
        readonly ActsFor: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly kind: "member" | "body";
            readonly name: components["schemas"]["Name"];
        };
        /** @enum {string} */
        readonly AsOfAnswer: "yes" | "no" | "between";
        readonly BodyNode: {
            readonly answer: components["schemas"]["AsOfAnswer"];
            readonly children: readonly components["schemas"]["BodyNode"][];
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            readonly name: components["schemas"]["Name"];
            readonly status: string | null;
        };
        readonly BodyPage: {
            readonly aliases: readonly components["schemas"]["ProofedName"][];
            /** Format: date */
            readonly asOf: string;
            readonly bodyKind: components["schemas"]["ProofedText"];
            readonly children: readonly components["schemas"]["Ref"][];
            readonly counts: readonly components["schemas"]["CountItem"][];
            readonly ended: components["schemas"]["ProofedDate"];
            readonly firstMeetingInAfrica: components["schemas"]["ProofedRefs"];
            readonly founded: components["schemas"]["ProofedDate"];
            /** Format: uuid */
            readonly id: string;
            readonly launched: components["schemas"]["ProofedDate"];
            readonly marking: components["schemas"]["Marking"];
            readonly mayEdit: boolean;
            readonly meetings: readonly components["schemas"]["MeetingItem"][];
            readonly members: readonly components["schemas"]["MembershipHeld"][];
            readonly name: components["schemas"]["ProofedName"];
            readonly names: readonly components["schemas"]["ProofedName"][];
            readonly offices: readonly components["schemas"]["OfficeHeld"][];
            readonly parents: readonly components["schemas"]["Ref"][];
            readonly sentence: {
                readonly conflicts: number;
                readonly meetingsHeld: number;
                readonly membersBetween: number;
                readonly membersYes: number;
                readonly officesBetween: number;
                readonly officesYes: number;
                readonly overdue: number;
                readonly undertakings: number;
            };
            readonly status: components["schemas"]["ProofedText"];
            readonly texts: readonly components["schemas"]["TextItem"][];
            readonly undertakings: readonly components["schemas"]["UndertakingItem"][];
        };
        readonly Claim: {
            /** @enum {string} */
            readonly confidence: "verified" | "reported" | "uncertain";
            readonly entered: {
                /** Format: date-time */
                readonly at: string;
                readonly by: components["schemas"]["Name"] | null;
            };
            /** Format: uuid */
            readonly id: string;
            readonly locator: string | null;
            readonly marking: components["schemas"]["Marking"];
            readonly mayWithdraw: boolean;
            readonly newSinceDecision: boolean;
            readonly note: string | null;
            readonly quote: {
                readonly end: number | null;
                /** @example fr */
                readonly language: string;
                readonly start: number | null;
                readonly text: string;
            } | null;
            readonly shown: boolean;
            readonly side: number;
            readonly source: components["schemas"]["SourceRef"];
            readonly value: components["schemas"]["ClaimValue"];
            readonly withdrawn: {
                /** Format: date-time */
                readonly at: string;
                readonly by: components["schemas"]["Name"];
                readonly reason: string;
            } | null;
        };
        readonly ClaimValue: {
            readonly edtf: string | null;
            readonly integer: number | null;
            readonly language: string | null;
            readonly money: components["schemas"]["StatedMoney"] | null;
            readonly refs: readonly components["schemas"]["Ref"][];
            readonly text: string;
            /** @enum {string} */
            readonly type: "name" | "alias" | "words" | "code" | "date" | "days" | "integer" | "money" | "ref" | "refs" | "url";
        };
        readonly Coalition: {
            readonly countries: readonly {
                readonly code: string;
                readonly name: components["schemas"]["Name"];
            }[];
            readonly data: components["schemas"]["MonthSpan"] | null;
            readonly focus: {
                /** Format: uuid */
                readonly id: string;
                readonly name: components["schemas"]["Name"];
            };
            readonly initiatives: number;
            readonly lines: readonly {
                readonly line: components["schemas"]["Line"];
                readonly name: components["schemas"]["Name"];
            }[];
            readonly members: {
                /** @example 2023-03-01/2023-03-02 */
                readonly asOf: string;
                readonly count: components["schemas"]["ProofedInteger"];
            } | null;
            readonly name: components["schemas"]["Name"];
            readonly nextSteps: readonly ("set-up" | "sign-in" | "see-picture" | "read-record" | "import-file" | "enter-meeting" | "settle-conflicts" | "invite")[];
            readonly region: components["schemas"]["Name"] | null;
            readonly root: {
                readonly founded: components["schemas"]["ProofedDate"] | null;
                /** Format: uuid */
                readonly id: string;
                readonly name: components["schemas"]["Name"];
            };
            readonly shortName: components["schemas"]["Name"] | null;
        };
        readonly Conflict: {
            readonly claimsHref: string;
            readonly decision: components["schemas"]["FieldDecision"] | null;
            readonly field: string;
            readonly language: string | null;
            readonly newSince: number;
            readonly record: {
                /** Format: uuid */
                readonly id: string;
                readonly kind: string;
                readonly name: components["schemas"]["Name"];
            };
            readonly sides: readonly {
                readonly shown: boolean;
                readonly sources: readonly components["schemas"]["SourceRef"][];
                readonly value: components["schemas"]["ClaimValue"];
            }[];
        };
        readonly ConflictList: {
            readonly items: readonly components["schemas"]["Conflict"][];
            readonly marking: components["schemas"]["Marking"];
            readonly next: string | null;
            readonly total: number;
            readonly undecided: number;
        };
        readonly CountItem: {
            readonly asOf: components["schemas"]["ProofedDate"];
            /** Format: uuid */
            readonly id: string;
            readonly members: components["schemas"]["ProofedInteger"];
        };
        readonly End: {
            readonly edtf: string | null;
            readonly notAfter: string | null;
            readonly notBefore: string | null;
        };
        readonly FaultList: {
            readonly items: readonly components["schemas"]["ImportFault"][];
            readonly next: string | null;
            readonly total: number;
        };
        readonly FieldClaims: {
            /** @enum {string} */
            readonly chosenBy: "only-claim" | "agreement" | "most-sources" | "confidence" | "most-precise" | "latest-source" | "fixed-order" | "decision" | "nothing";
            readonly claims: readonly components["schemas"]["Claim"][];
            readonly decisions: readonly components["schemas"]["FieldDecision"][];
            readonly field: string;
            readonly language: string | null;
            readonly marking: components["schemas"]["Marking"];
            readonly mayClaim: boolean;
            readonly mayDecide: boolean;
            readonly newSince: number;
            readonly record: {
                /** Format: uuid */
                readonly id: string;
                readonly kind: string;
                readonly name: components["schemas"]["Name"];
            };
            readonly state: components["schemas"]["ProofState"];
        };
        readonly FieldDecision: {
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Name"];
            readonly claim: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly reason: string;
            readonly role: components["schemas"]["Name"] | null;
            readonly withdrawn: {
                /** Format: date-time */
                readonly at: string;
                readonly by: components["schemas"]["Name"];
                readonly reason: string;
            } | null;
        };
        readonly Held: {
            readonly answer: components["schemas"]["AsOfAnswer"];
            readonly from: components["schemas"]["End"] & {
                readonly proof: components["schemas"]["ProofedDate"];
            };
            readonly state: components["schemas"]["ProofState"];
            readonly to: components["schemas"]["End"] & {
                readonly open: boolean;
                readonly proof: components["schemas"]["ProofedDate"];
            };
        };
        readonly ImportCounts: {
            readonly added: number;
            readonly older: number;
            readonly read: number;
            readonly setAside: number;
            readonly superseded: number;
            readonly unchanged: number;
            readonly warnings: number;
        };
        readonly ImportFault: {
            readonly code: string;
            readonly column: number | null;
            readonly expected: string;
            readonly file: string;
            readonly found: string;
            readonly hasRaw: boolean;
            readonly identifier: string | null;
            readonly line: number;
            readonly path: string;
            /** @enum {string} */
            readonly severity: "error" | "warning";
        };
        readonly ImportJob: {
            readonly by: components["schemas"]["Name"] | null;
            readonly counts: components["schemas"]["ImportCounts"];
            readonly done: number;
            readonly effect: {
                readonly areas: number;
                readonly initiatives: number;
                readonly overlaps: number;
            } | null;
            readonly faults: readonly components["schemas"]["ImportFault"][];
            readonly file: string;
            readonly finished: string | null;
            readonly format: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly marking: components["schemas"]["Marking"];
            readonly mayResume: boolean;
            readonly problem: {
                readonly code: string;
                readonly params: {
                    readonly [key: string]: string | number | boolean;
                };
            } | null;
            readonly rate: number | null;
            readonly size: number | null;
            /** Format: date-time */
            readonly started: string;
            /** @enum {string} */
            readonly state: "waiting" | "reading" | "computing" | "done" | "failed" | "interrupted";
            readonly summaryHref: string;
        };
        readonly ImportList: {
            readonly items: readonly components["schemas"]["ImportJob"][];
            readonly next: string | null;
            readonly total: number;
        };
        readonly InvitationLink: {
            /** Format: date-time */
            readonly expires: string;
            readonly link: string;
        };
        /** @enum {string} */
        readonly Line: "counter-finance" | "capacity" | "stabilisation" | "resilience";
        readonly LookAs: {
            readonly member: string | null;
        };
        readonly Marking: {
            readonly openTo: {
                /** @enum {string} */
                readonly kind: "everyone" | "coalition" | "circle" | "owner";
                readonly names: readonly components["schemas"]["Name"][];
            };
            readonly tlp: components["schemas"]["Tlp"];
        };
        readonly MeetingItem: {
            readonly country: components["schemas"]["ProofedText"];
            readonly date: components["schemas"]["ProofedDate"];
            readonly follows: string | null;
            readonly followsState: components["schemas"]["ProofState"];
            readonly format: components["schemas"]["ProofedText"];
            readonly held: components["schemas"]["AsOfAnswer"];
            /** Format: uuid */
            readonly id: string;
            readonly level: components["schemas"]["ProofedText"];
            readonly place: components["schemas"]["ProofedName"];
            readonly sequence: components["schemas"]["ProofedInteger"];
            readonly title: components["schemas"]["Name"];
            readonly undertakings: number;
        };
        readonly MeetingPage: {
            readonly after: {
                /** Format: uuid */
                readonly id: string;
                readonly title: components["schemas"]["Name"];
            } | null;
            readonly before: {
                /** Format: uuid */
                readonly id: string;
                readonly title: components["schemas"]["Name"];
            } | null;
            readonly body: components["schemas"]["Ref"];
            readonly coChairs: components["schemas"]["ProofedRefs"];
            readonly country: components["schemas"]["ProofedCountry"];
            readonly date: components["schemas"]["ProofedDate"];
            readonly delegations: readonly {
                readonly attendance: components["schemas"]["ProofedText"];
                readonly head: components["schemas"]["ProofedName"];
                readonly headTitle: components["schemas"]["ProofedName"];
                /** Format: uuid */
                readonly id: string;
                readonly member: components["schemas"]["Ref"];
                readonly notifiedBy: components["schemas"]["ProofedText"];
            }[];
            readonly follows: components["schemas"]["ProofedMeeting"];
            readonly format: components["schemas"]["ProofedText"];
            readonly host: components["schemas"]["ProofedRefs"];
            /** Format: uuid */
            readonly id: string;
            readonly level: components["schemas"]["ProofedText"];
            readonly marking: components["schemas"]["Marking"];
            readonly mayEdit: boolean;
            readonly membersRepresented: components["schemas"]["ProofedInteger"];
            readonly participants: components["schemas"]["ProofedText"];
            readonly place: components["schemas"]["ProofedName"];
            readonly result: components["schemas"]["ProofedText"];
            readonly sequence: components["schemas"]["ProofedInteger"];
            readonly statementIssued: components["schemas"]["ProofedDate"];
            readonly texts: readonly components["schemas"]["TextItem"][];
            readonly title: components["schemas"]["ProofedName"];
            readonly titles: readonly components["schemas"]["ProofedName"][];
            readonly undertakings: readonly components["schemas"]["UndertakingItem"][];
        };
        readonly MemberList: {
            /** Format: date */
            readonly asOf: string;
            readonly between: number;
            readonly items: readonly components["schemas"]["MembershipHeld"][];
            readonly marking: components["schemas"]["Marking"];
            readonly no: number;
            readonly yes: number;
        };
        readonly MemberPage: {
            /** Format: date */
            readonly asOf: string;
            readonly code: string;
            readonly delegations: readonly {
                readonly head: components["schemas"]["ProofedName"];
                readonly headTitle: components["schemas"]["ProofedName"];
                /** Format: uuid */
                readonly id: string;
                readonly meeting: {
                    readonly date: components["schemas"]["ProofedDate"];
                    /** Format: uuid */
                    readonly id: string;
                    readonly title: components["schemas"]["Name"];
                };
            }[];
            readonly hosted: readonly {
                readonly date: components["schemas"]["ProofedDate"];
                /** Format: uuid */
                readonly id: string;
                readonly title: components["schemas"]["Name"];
            }[];
            /** Format: uuid */
            readonly id: string;
            readonly initiatives: {
                readonly funding: number;
                readonly reporterId: string | null;
                readonly reporting: number;
            };
            readonly iso2: string | null;
            readonly marking: components["schemas"]["Marking"];
            readonly mayEdit: boolean;
            /** @enum {string} */
            readonly memberKind: "state" | "organisation";
            readonly memberships: readonly {
                readonly body: components["schemas"]["Ref"];
                readonly held: components["schemas"]["Held"];
                /** Format: uuid */
                readonly id: string;
                readonly number: components["schemas"]["ProofedInteger"];
            }[];
            readonly name: components["schemas"]["ProofedName"];
            readonly names: readonly components["schemas"]["ProofedName"][];
            readonly offices: readonly {
                readonly body: components["schemas"]["Ref"];
                readonly held: components["schemas"]["Held"];
                /** Format: uuid */
                readonly id: string;
                /** @enum {string} */
                readonly office: "chair" | "co-chair" | "lead" | "co-lead" | "rapporteur";
            }[];
            readonly region: components["schemas"]["ProofedText"];
            readonly standing: components["schemas"]["ProofedText"];
            readonly undertakings: readonly components["schemas"]["UndertakingItem"][];
        };
        readonly MembershipHeld: {
            readonly held: components["schemas"]["Held"];
            /** Format: uuid */
            readonly id: string;
            readonly member: components["schemas"]["Ref"];
            /** @enum {string} */
            readonly memberKind: "state" | "organisation";
            readonly number: components["schemas"]["ProofedInteger"];
        };
        readonly MonthSpan: {
            /** @example 2024-03 */
            readonly from: string;
            /** @example 2024-03 */
            readonly to: string;
        };
        readonly Name: {
            /** @example fr */
            readonly language: string;
            readonly text: string;
        };
        readonly NewInvitation: {
            /** Format: uuid */
            readonly holder: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "officer" | "focal-point" | "delegate" | "analyst" | "compliance-officer" | "auditor" | "observer";
            /** Format: date */
            readonly validTo?: string;
        };
        readonly NewToken: {
            /** @default 30 */
            readonly days: number;
            readonly name: string;
            /** @default true */
            readonly readOnly: boolean;
        };
        readonly OfficeHeld: {
            readonly held: components["schemas"]["Held"];
            readonly holder: components["schemas"]["Ref"];
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly office: "chair" | "co-chair" | "lead" | "co-lead" | "rapporteur";
        };
        readonly Problem: {
            /** @example not-found */
            readonly code: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly expected: string;
                readonly found: string;
                readonly path: string;
            }[];
            readonly instance?: string;
            readonly params?: {
                readonly [key: string]: string | number | boolean;
            };
            readonly status: number;
            readonly title: string;
            readonly type: string;
        };
        readonly ProofedCountry: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: {
                readonly code: string;
                readonly name: components["schemas"]["Name"];
            } | null;
        };
        readonly ProofedDate: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: string | null;
        };
        readonly ProofedInteger: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: number | null;
        };
        readonly ProofedLine: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: components["schemas"]["Line"] | null;
        };
        readonly ProofedMeeting: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: {
                readonly date: components["schemas"]["ProofedDate"];
                /** Format: uuid */
                readonly id: string;
                readonly title: components["schemas"]["Name"];
            } | null;
        };
        readonly ProofedMoney: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: components["schemas"]["StatedMoney"] | null;
        };
        readonly ProofedName: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: components["schemas"]["Name"] | null;
        };
        readonly ProofedRefs: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: readonly components["schemas"]["Ref"][] | null;
        };
        readonly ProofedText: {
            readonly claimsHref: string | null;
            readonly sources: number;
            readonly state: components["schemas"]["ProofState"];
            readonly value: string | null;
        };
        /** @enum {string} */
        readonly ProofState: "one" | "agree" | "differ" | "decided" | "unknown";
        readonly RecordIndex: {
            /** Format: date */
            readonly asOf: string;
            readonly counts: {
                readonly bodies: number;
                readonly conflicts: number;
                readonly meetings: number;
                readonly members: number;
                readonly membersBetween: number;
                readonly undertakings: number;
            };
            readonly marking: components["schemas"]["Marking"];
            readonly tree: readonly components["schemas"]["BodyNode"][];
        };
        readonly Ref: {
            readonly code: string | null;
            readonly id: string | null;
            /** @enum {string} */
            readonly kind: "member" | "body" | "person" | "meeting" | "organisation";
            readonly name: components["schemas"]["Name"];
        };
        readonly Role: {
            readonly body: components["schemas"]["Ref"];
            readonly from: string | null;
            readonly holdsToday: boolean;
            /** @enum {string} */
            readonly role: "member" | "chair" | "co-chair" | "lead" | "co-lead" | "rapporteur" | "focal-point" | "officer" | "delegate" | "analyst" | "compliance-officer" | "auditor" | "observer";
            readonly to: string | null;
        };
        readonly Session: {
            readonly formToken: string;
            readonly languages: readonly string[];
            readonly needsSetup: boolean;
            /** Format: date */
            readonly today: string;
            readonly viewer: {
                /** @enum {string} */
                readonly kind: "anonymous";
            } | {
                readonly account: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly login: string;
                };
                readonly actsFor: components["schemas"]["ActsFor"];
                /** Format: date-time */
                readonly expires: string;
                /** @enum {string} */
                readonly kind: "account";
                readonly lookingAs: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly name: components["schemas"]["Name"];
                } | null;
                readonly may: readonly ("import" | "edit-record" | "decide" | "look-as" | "manage-accounts" | "make-tokens" | "read-audit")[];
                readonly person: {
                    readonly id: string | null;
                    readonly name: components["schemas"]["Name"];
                };
                readonly roles: readonly components["schemas"]["Role"][];
            };
        };
        readonly Setup: {
            /** Format: uuid */
            readonly body?: string;
            readonly login: string;
            readonly name: string;
            readonly password: string;
            readonly token: string;
        };
        readonly SignIn: {
            readonly login: string;
            readonly password: string;
        };
        readonly SourceItem: components["schemas"]["SourceRef"] & {
            readonly claims: number;
            readonly reports: number;
            readonly tlp: components["schemas"]["Tlp"];
        };
        readonly SourceList: {
            readonly items: readonly components["schemas"]["SourceItem"][];
            readonly marking: components["schemas"]["Marking"];
            readonly next: string | null;
            readonly total: number;
        };
        readonly SourcePage: components["schemas"]["SourceRef"] & {
            readonly added: {
                /** Format: date-time */
                readonly at: string;
                readonly by: components["schemas"]["Name"] | null;
            };
            readonly marking: components["schemas"]["Marking"];
            readonly note: string | null;
            readonly stands: readonly {
                readonly claims: readonly {
                    readonly field: string;
                    /** Format: uuid */
                    readonly id: string;
                    readonly locator: string | null;
                    readonly quote: string | null;
                    readonly shown: boolean;
                    readonly text: string;
                }[];
                readonly record: {
                    /** Format: uuid */
                    readonly id: string;
                    readonly kind: string;
                    readonly name: components["schemas"]["Name"];
                };
            }[];
            readonly text: string | null;
        };
        readonly SourceRef: {
            /** Format: uuid */
            readonly id: string;
            readonly language: string | null;
            readonly licence: string | null;
            readonly published: string | null;
            readonly publisher: string | null;
            readonly title: string;
            readonly url: string | null;
        };
        readonly StatedMoney: {
            readonly amount: string;
            readonly currency: string | null;
        };
        readonly TextItem: {
            /** Format: uuid */
            readonly id: string;
            readonly issued: components["schemas"]["ProofedDate"];
            readonly kind: components["schemas"]["ProofedText"];
            readonly languages: readonly string[];
            readonly meeting: {
                /** Format: uuid */
                readonly id: string;
                readonly title: components["schemas"]["Name"];
            } | null;
            readonly title: components["schemas"]["ProofedName"];
            readonly url: components["schemas"]["ProofedText"];
        };
        /** @enum {string} */
        readonly Tlp: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
        readonly TokenShown: {
            /** Format: date-time */
            readonly expires: string;
            readonly token: string;
        };
        readonly UndertakingItem: {
            readonly amount: components["schemas"]["ProofedMoney"];
            readonly body: components["schemas"]["Ref"] | null;
            readonly by: components["schemas"]["ProofedText"];
            readonly byMembers: components["schemas"]["ProofedRefs"];
            readonly due: components["schemas"]["ProofedDate"];
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["ProofedText"];
            readonly line: components["schemas"]["ProofedLine"];
            readonly meeting: {
                /** Format: uuid */
                readonly id: string;
                readonly title: components["schemas"]["Name"];
            } | null;
            readonly overdue: boolean;
            readonly what: components["schemas"]["ProofedText"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
