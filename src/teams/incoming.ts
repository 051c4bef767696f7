import { SUSPENDED, type Why } from '../digests/why-suspended';
import type { Asker, Place } from '../language/question';
import type { TeamsActivity } from './activity';
import { invokedStepOf, stepOf, type Step } from './button';
import type { InstalledAt } from '../store/installations';
import { opinionOf, type Opinion } from './opinion';
import { searchOf } from './compose-search';
import { mentionsBot, spokenText } from './spoken-text';

/** Who and where; what every kind that is answered carries. */
export interface Source {
  readonly asker: Asker;
  readonly place: Place;
  /** Where the Connector takes what is said there. */
  readonly serviceUrl: string;
  /** The team that a channel is in, and its Entra group where Teams says so. */
  readonly team: string | null;
  readonly group?: string;
  /** What Teams calls the place and its team, where it says so. */
  readonly names?: { readonly place?: string; readonly team?: string };
  /** "the channel “Theatres” of “Surgery”", as far as it is known. */
  readonly called?: string;
}

/** A channel or a whole team that keeps the bot; `place` is what the bot is installed in. */
export type Where = { readonly channel: string; readonly place: string | null } | { readonly team: string; readonly place: string };

/** What Teams told us, in our own words: everything behind this union is free of the Bot Framework. */
export type Incoming =
  | ({ readonly kind: 'question'; readonly text: string } & Source)
  | ({ readonly kind: 'too-long' } & Source)
  | ({ readonly kind: 'button'; readonly by: 'invoke' | 'message' | 'refresh'; readonly step: Step } & Source)
  /** What is typed while a message is composed, letter by letter. */
  | ({ readonly kind: 'search'; readonly text: string } & Source)
  | ({ readonly kind: 'bad-button'; readonly by: 'invoke' | 'message' } & Source)
  /** `message` is the card that it is about. */
  | ({ readonly kind: 'opinion'; readonly opinion: Opinion; readonly message: string } & Source)
  /** `isInstaller`: whether whoever it comes from installed it, just now. */
  | ({ readonly kind: 'installed'; readonly at: InstalledAt; readonly greet: boolean; readonly isInstaller: boolean } & Source)
  | { readonly kind: 'removed'; readonly at: InstalledAt }
  /** Nothing can be posted there for the time being, and why. */
  | { readonly kind: 'closed'; readonly where: Where; readonly why: Why }
  /** What could not be posted there for one of these reasons can be again. */
  | { readonly kind: 'opened'; readonly where: Where; readonly because: readonly Why[] }
  | { readonly kind: 'unsupported-invoke' }
  | { readonly kind: 'ignored'; readonly why: string };

/** An empty message in a chat, or a bare mention, asks for this. */
const NOTHING_SAID = 'help';

/** Pure: an activity that passed authentication → what it means. Events not known here are ignored, never refused. */
export function readActivity(activity: TeamsActivity): Incoming {
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readInvoke(activity);
    case 'installationUpdate':
      return readInstallation(activity);
    case 'conversationUpdate':
      return readConversation(activity);
    default:
      return { kind: 'ignored', why: activity.type };
  }
}

function readMessage(activity: TeamsActivity): Incoming {
  if (isBot(activity)) return { kind: 'ignored', why: 'from a bot' };
  const source = sourceOf(activity);
  const spoken = spokenText(activity);
  if (spoken.kind === 'text' && spoken.text === '' && activity.value !== undefined && activity.value !== null) {
    const step = stepOf(activity.value);
    return step ? { kind: 'button', by: 'message', step, ...source } : { kind: 'bad-button', by: 'message', ...source };
  }
  if (source.place.kind !== 'personal' && !mentionsBot(activity)) return { kind: 'ignored', why: 'not mentioned' };
  if (spoken.kind === 'too-long') return { kind: 'too-long', ...source };
  return { kind: 'question', text: spoken.text === '' ? NOTHING_SAID : spoken.text, ...source };
}

function readInvoke(activity: TeamsActivity): Incoming {
  const source = sourceOf(activity);
  if (activity.name === 'message/submitAction') {
    const opinion = opinionOf(activity.value);
    const message = activity.replyToId ?? '';
    return opinion && message !== '' ? { kind: 'opinion', opinion, message, ...source } : { kind: 'bad-button', by: 'invoke', ...source };
  }
  if (activity.name === 'composeExtension/query') {
    const text = searchOf(activity.value);
    return text === null ? { kind: 'unsupported-invoke' } : { kind: 'search', text, ...source };
  }
  if (activity.name !== 'adaptiveCard/action') return { kind: 'unsupported-invoke' };
  const invoked = invokedStepOf(activity.value);
  if (!invoked) return { kind: 'bad-button', by: 'invoke', ...source };
  return { kind: 'button', by: invoked.refresh ? 'refresh' : 'invoke', step: invoked.step, ...source };
}

function readInstallation(activity: TeamsActivity): Incoming {
  const at = installedAt(activity);
  switch (activity.action ?? '') {
    case 'add':
      return { kind: 'installed', at, greet: true, isInstaller: true, ...sourceOf(activity) };
    case 'add-upgrade':
      return { kind: 'installed', at, greet: false, isInstaller: false, ...sourceOf(activity) };
    case 'remove':
      return { kind: 'removed', at };
    default:
      // remove-upgrade is followed by add-upgrade: the place is never without the bot.
      return { kind: 'ignored', why: `installationUpdate ${activity.action ?? ''}`.trim() };
  }
}

function readConversation(activity: TeamsActivity): Incoming {
  const holdsBot = (members: TeamsActivity['membersAdded']) => (members ?? []).some((member) => member.id === activity.recipient.id);
  const { eventType, team, channel } = activity.channelData ?? {};
  const ofChannel: Where | null = channel?.id ? { channel: channel.id, place: team?.id ? `team:${team.id}` : null } : null;
  // In a shared channel a bot of its team is let in and shut out by itself, and stays in the team.
  const sharedChannel = channel?.type === 'shared' ? ofChannel : null;
  if (holdsBot(activity.membersAdded)) {
    if (sharedChannel !== null) return { kind: 'opened', where: sharedChannel, because: [SUSPENDED.shutOut, SUSPENDED.cannotPost] };
    return { kind: 'installed', at: installedAt(activity), greet: true, isInstaller: false, ...sourceOf(activity) };
  }
  if (holdsBot(activity.membersRemoved)) {
    return sharedChannel === null ? { kind: 'removed', at: installedAt(activity) } : { kind: 'closed', where: sharedChannel, why: SUSPENDED.shutOut };
  }
  const ofTeam: Where | null = team?.id ? { team: team.id, place: `team:${team.id}` } : null;
  switch (eventType ?? '') {
    case 'teamDeleted':
    case 'teamHardDeleted': return { kind: 'removed', at: installedAt(activity) };
    case 'teamRestored': return { kind: 'installed', at: installedAt(activity), greet: false, isInstaller: false, ...sourceOf(activity) };
    case 'channelDeleted': if (ofChannel !== null) return { kind: 'closed', where: ofChannel, why: SUSPENDED.channelDeleted }; break;
    case 'channelRestored': if (ofChannel !== null) return { kind: 'opened', where: ofChannel, because: [SUSPENDED.channelDeleted, SUSPENDED.cannotPost] }; break;
    case 'teamArchived': if (ofTeam !== null) return { kind: 'closed', where: ofTeam, why: SUSPENDED.teamArchived }; break;
    case 'teamUnarchived': if (ofTeam !== null) return { kind: 'opened', where: ofTeam, because: [SUSPENDED.teamArchived, SUSPENDED.cannotPost] }; break;
    default:
  }
  return { kind: 'ignored', why: `conversationUpdate ${eventType ?? ''}`.trim() };
}

function sourceOf(activity: TeamsActivity): Source {
  const { team, channel } = activity.channelData ?? {};
  const group = team?.aadGroupId;
  const names = { place: placeKind(activity) === 'group' ? activity.conversation.name : channel?.name, team: team?.name };
  return {
    asker: { id: activity.from.aadObjectId || activity.from.id, name: activity.from.name ?? null, tenant: tenantOf(activity) },
    place: placeOf(activity),
    serviceUrl: activity.serviceUrl ?? '',
    team: team?.id ?? null,
    ...(group ? { group } : {}),
    ...(names.place || names.team ? { names: { ...(names.place ? { place: names.place } : {}), ...(names.team ? { team: names.team } : {}) } } : {}),
  };
}

function installedAt(activity: TeamsActivity): InstalledAt {
  const kind = placeKind(activity);
  const team = activity.channelData?.team?.id;
  return {
    place: kind === 'channel' && team ? `team:${team}` : activity.conversation.id,
    conversation: activity.conversation.id,
    kind,
    tenant: tenantOf(activity),
    serviceUrl: activity.serviceUrl ?? '',
  };
}

/** Null where there is none, or where the two places that state it disagree; `tenancy.ts` refuses both. */
export function tenantOf(activity: TeamsActivity): string | null {
  const stated = [activity.channelData?.tenant?.id, activity.conversation.tenantId].flatMap((id) => (id ? [id.toLowerCase()] : []));
  return new Set(stated).size === 1 ? (stated[0] ?? null) : null;
}

function placeOf(activity: TeamsActivity): Place {
  const { team, channel, meeting } = activity.channelData ?? {};
  const teams = [team?.id, team?.aadGroupId].flatMap((one) => one ?? []);
  const isMixed = Boolean(meeting?.id) || MEETING.test(activity.conversation.id) || channel?.type === 'shared';
  return { kind: placeKind(activity), id: activity.conversation.id, ...(teams.length === 0 ? {} : { teams }), ...(isMixed ? { isMixed } : {}) };
}

/** The chat of a meeting is one also where a message in it does not say so. */
const MEETING = /^19:meeting_/i;

/** Two people's own chat, in which a message extension may be used, calls itself personal though both of them read it. */
export const BETWEEN_TWO = /@unq\.gbl\.spaces(?:;|$)/i;

/** What begins so is a thread that several read, whatever it is called. */
const THREAD = /^\s*19:/;
const isOneOwn = (conversation: string): boolean => !THREAD.test(conversation) && !BETWEEN_TWO.test(conversation);

function placeKind(activity: TeamsActivity): 'personal' | 'group' | 'channel' {
  switch (activity.conversation.conversationType ?? '') {
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    case 'personal':
      return isOneOwn(activity.conversation.id) ? 'personal' : 'group';
    default:
      // A type not known is treated as shared: the stricter of the two.
      return activity.conversation.isGroup === false && isOneOwn(activity.conversation.id) ? 'personal' : 'group';
  }
}

function isBot({ from, recipient }: TeamsActivity): boolean {
  return from.role === 'bot' || from.id === recipient.id || from.id.startsWith('28:');
}
