import { activitySchema } from '../../src/teams/activity';
import { readActivity } from '../../src/teams/incoming';
import { ANNA, BOT, channelMessage, groupMessage, installation, membersAdded, personalMessage, pressed, submitted, thumb } from './activities';
import { TENANT } from './open-id';
import { QUERY } from './scripted-answer';

const read = (activity: Record<string, unknown>) => readActivity(activitySchema.parse(JSON.parse(JSON.stringify(activity))));
const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const asker = { id: ANNA.aadObjectId, name: 'Anna Ward', tenant: TENANT };
const step = { v: 1, kind: 'query', query: QUERY };

describe('a question', () => {
  it.each([
    ['in a personal chat', personalMessage(), { kind: 'personal', id: 'a:personal' }],
    ['in a group chat', groupMessage(), { kind: 'group', id: '19:group@thread.v2' }],
    ['in a channel, the thread being the place', channelMessage(), { kind: 'channel', id: '19:channel@thread.tacv2;messageid=1700000000000', teams: ['19:team@thread.tacv2'] }],
  ])('%s', (_, activity, place) => {
    expect(read(activity)).toEqual({ kind: 'question', text: 'DNA rate for ENT', asker, place, serviceUrl, team: place.kind === 'channel' ? '19:team@thread.tacv2' : null });
  });

  it('is "help" where only the bot was mentioned, or where nothing but a picture was sent', () => {
    expect(read(groupMessage({ text: '<at>Tally</at>' }))).toMatchObject({ kind: 'question', text: 'help' });
    expect(read(personalMessage({ text: undefined, attachments: [{ contentType: 'image/png' }] }))).toMatchObject({ kind: 'question', text: 'help' });
  });

  it('is asked by the Entra object id, or the Teams id where there is none', () => {
    expect(read(personalMessage({ from: { id: '29:guest' } }))).toMatchObject({ asker: { id: '29:guest', name: null } });
  });

  it('in a place of a kind not known is asked in a shared place', () => {
    const conversation = { id: '19:meeting', conversationType: 'meeting', tenantId: TENANT };
    expect(read(groupMessage({ conversation }))).toMatchObject({ place: { kind: 'group' } });
    expect(read(groupMessage({ conversation: { id: 'x' } }))).toMatchObject({ place: { kind: 'group' } });
    expect(read(personalMessage({ conversation: { id: 'x', isGroup: false } }))).toMatchObject({ place: { kind: 'personal' } });
  });

  it('that is too long is named as that', () => {
    expect(read(personalMessage({ text: 'x'.repeat(501) }))).toEqual({ kind: 'too-long', asker, place: { kind: 'personal', id: 'a:personal' }, serviceUrl, team: null });
  });
});

describe('what is ignored', () => {
  it.each([
    ['an edited message', personalMessage({ type: 'messageUpdate', channelData: { eventType: 'editMessage' } })],
    ['a message brought back', personalMessage({ type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } })],
    ['a deleted message', personalMessage({ type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } })],
    ['a reaction', personalMessage({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })],
    ['somebody typing', personalMessage({ type: 'typing' })],
    ['another bot\'s message', personalMessage({ from: { id: '28:other' } })],
    ['a message whose sender says it is a bot', personalMessage({ from: { id: 'x', role: 'bot' } })],
    ['its own message', personalMessage({ from: BOT })],
    ['a message of a group that mentions nobody', groupMessage({ entities: [] })],
    ['a message of a channel that mentions somebody else', channelMessage({ entities: [{ type: 'mention', text: '<at>Anna</at>', mentioned: ANNA }] })],
    ['somebody joining a team', membersAdded({ membersAdded: [ANNA] })],
    ['somebody leaving', personalMessage({ type: 'conversationUpdate', membersRemoved: [ANNA] })],
    ['a new channel', personalMessage({ type: 'conversationUpdate', channelData: { eventType: 'channelCreated', tenant: { id: TENANT } } })],
    ['a renamed team', personalMessage({ type: 'conversationUpdate', channelData: { eventType: 'teamRenamed', tenant: { id: TENANT } } })],
    ['the first half of an upgrade', installation('remove-upgrade')],
    ['an installation of a kind not known', installation('something')],
    ['a kind not known', personalMessage({ type: 'somethingNew' })],
  ])('%s', (_, activity) => expect(read(activity)).toMatchObject({ kind: 'ignored' }));
});

describe('a button', () => {
  const place = { kind: 'personal', id: 'a:personal' };
  it.each([
    ['pressed', pressed(step), { kind: 'button', by: 'invoke', step, asker, place, serviceUrl, team: null }],
    ['for the working', pressed({ ...step, kind: 'working' }), { kind: 'button', by: 'invoke', step: { ...step, kind: 'working' }, asker, place, serviceUrl, team: null }],
    ['with a question', pressed({ v: 1, kind: 'ask', text: ' ACPL last month ' }), { kind: 'button', by: 'invoke', step: { v: 1, kind: 'ask', text: 'ACPL last month' }, asker, place, serviceUrl, team: null }],
    ['of an older client', submitted(step), { kind: 'button', by: 'message', step, asker, place, serviceUrl, team: null }],
    ['of an older client in a channel, which mentions nobody', submitted(step, { conversation: { id: '19:c', conversationType: 'channel', tenantId: TENANT } }), { kind: 'button', by: 'message', step, asker, place: { kind: 'channel', id: '19:c' }, serviceUrl, team: null }],
  ])('%s', (_, activity, expected) => expect(read(activity)).toEqual(expected));

  it('that a client presses by itself is a refresh', () => {
    const activity = pressed(step, { value: { action: { verb: 'tally', data: { tally: step } }, trigger: 'automatic' } });
    expect(read(activity)).toMatchObject({ kind: 'button', by: 'refresh' });
  });

  it('keeps the words where words came with it', () => {
    expect(read(personalMessage({ value: { tally: step } }))).toMatchObject({ kind: 'question' });
  });

  const bad: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined], ['null', null], ['a word', 'query'], ['a list', []], ['an empty object', {}],
    ['another version', { ...step, v: 2 }], ['no version', { kind: 'query', query: QUERY }], ['an unknown kind', { ...step, kind: 'sql' }],
    ['an extra property', { ...step, sql: 'drop table x' }], ['an extra property in the query', { ...step, query: { ...QUERY, sql: '1' } }],
    ['an unknown intent', { ...step, query: { ...QUERY, intent: 'delete' } }], ['SQL for a date', { ...step, query: { ...QUERY, period: { ...QUERY.period, from: "2024-01-01' or 1=1" } } }],
    ['seven metrics', { ...step, query: { ...QUERY, metrics: Array(7).fill('dna-rate') } }],
    ['a limit of a million', { ...step, query: { ...QUERY, limit: 1_000_000 } }],
    ['no words', { v: 1, kind: 'ask', text: '  ' }], ['501 characters', { v: 1, kind: 'ask', text: 'x'.repeat(501) }], ['a number for words', { v: 1, kind: 'ask', text: 5 }],
    ['more than a card could hold', { ...step, query: { ...QUERY, filters: Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`dimension-${n}`, ['x'.repeat(70)]])) } }],
  ];
  it.each(bad)('that holds %s is not one', (_, tally) => {
    expect(read(pressed(tally))).toMatchObject({ kind: 'bad-button', by: 'invoke' });
    expect(read(submitted(tally, { value: { tally } }))).toMatchObject({ kind: 'bad-button', by: 'message' });
  });

  it.each([
    ['another verb', { action: { verb: 'other', data: { tally: step } } }],
    ['no action', {}],
    ['an action that is a word', { action: 'tally' }],
    ['no value', undefined],
  ])('with %s is not one', (_, value) => expect(read(pressed(step, { value }))).toMatchObject({ kind: 'bad-button' }));

  it.each(['composeExtension/query', 'task/fetch', 'signin/verifyState', '', undefined])('is not what the invoke "%s" is', (name) => {
    expect(read(pressed(step, { name }))).toEqual({ kind: 'unsupported-invoke' });
  });
});

describe('coming and going', () => {
  const inTeam = { conversation: { conversationType: 'channel', tenantId: TENANT, id: '19:general@thread.tacv2' }, channelData: { tenant: { id: TENANT }, team: { id: '19:team' } } };
  const update = (changes: object, data: object) => personalMessage({ type: 'conversationUpdate', text: undefined, ...inTeam, ...changes, channelData: { ...inTeam.channelData, ...data } });
  it.each([
    ['added by a person', installation('add'), { kind: 'installed', greet: true, isInstaller: true, at: { place: 'a:personal', kind: 'personal', tenant: TENANT } }],
    ['added to a team', installation('add', inTeam), { kind: 'installed', greet: true, at: { place: 'team:19:team', conversation: '19:general@thread.tacv2', kind: 'channel' } }],
    ['upgraded', installation('add-upgrade'), { kind: 'installed', greet: false, isInstaller: false }],
    ['among the members added', membersAdded(), { kind: 'installed', greet: true, isInstaller: false }],
    ['removed', installation('remove'), { kind: 'removed', at: { place: 'a:personal' } }],
    ['among the members removed', personalMessage({ type: 'conversationUpdate', membersRemoved: [BOT], ...inTeam }), { kind: 'removed', at: { place: 'team:19:team' } }],
    ['in a team that is deleted', personalMessage({ type: 'conversationUpdate', ...inTeam, channelData: { ...inTeam.channelData, eventType: 'teamDeleted' } }), { kind: 'removed', at: { place: 'team:19:team' } }],
    ['let into a shared channel of its team', update({ membersAdded: [BOT] }, { channel: { id: '19:shared', type: 'shared' } }), { kind: 'opened', where: { channel: '19:shared', place: 'team:19:team' } }],
    ['shut out of a shared channel of its team', update({ membersRemoved: [BOT] }, { channel: { id: '19:shared', type: 'shared' } }), { kind: 'closed', where: { channel: '19:shared', place: 'team:19:team' } }],
    ['in a channel that is restored', update({}, { channel: { id: '19:c' }, eventType: 'channelRestored' }), { kind: 'opened', where: { channel: '19:c', place: 'team:19:team' } }],
    ['in a team that is archived', update({}, { eventType: 'teamArchived' }), { kind: 'closed', where: { team: '19:team' } }],
    ['in a team that is archived no more', update({}, { eventType: 'teamUnarchived' }), { kind: 'opened', where: { team: '19:team', place: 'team:19:team' } }],
    ['in a team that is restored', update({}, { eventType: 'teamRestored' }), { kind: 'installed', greet: false, isInstaller: false, at: { place: 'team:19:team' } }],
    ['in a team that is renamed', update({}, { eventType: 'teamRenamed' }), { kind: 'ignored' }],
  ])('%s', (_, activity, expected) => expect(read(activity)).toMatchObject(expected));
});

describe('a thumb on a card', () => {
  it.each(['like', 'dislike'])('is %s, about that card, and nothing of what was written with it', (opinion) => {
    expect(read(thumb(opinion, '1700000000001'))).toEqual({ kind: 'opinion', opinion, message: '1700000000001', asker, place: { kind: 'personal', id: 'a:personal' }, serviceUrl, team: null });
  });

  it('without a card or a reaction is a button that is not understood', () => {
    expect(read(thumb('dislike', '1', { replyToId: undefined }))).toMatchObject({ kind: 'bad-button', by: 'invoke' });
    expect(read(thumb('perhaps', '1'))).toMatchObject({ kind: 'bad-button', by: 'invoke' });
  });
});
