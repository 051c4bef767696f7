// Tally in one resource group of a trust: the bot, the program, its data, and nothing of it open to the internet but the
// address that Teams calls. Deploy with: az deployment group create -g GROUP -f main.bicep -p @main.parameters.json
targetScope = 'resourceGroup'

@description('Begins the name of every resource: lower-case letters and digits.')
@minLength(3)
@maxLength(10)
param name string = 'tally'

@description('Where everything lies. UK South keeps the data in the United Kingdom.')
param location string = 'uksouth'

@description('The image of the program, by digest so that a roll-back gives the same one: registry.azurecr.io/tally@sha256:…')
param image string

@description('The name of the Azure Container Registry, in this resource group, that holds the image.')
param registryName string

@description('The tenants whose people may ask. Everybody else is dropped.')
param allowedTenants array

@description('The host name under which Teams reaches the program, once its certificate is bound. Empty: the name that Azure gives.')
param publicHost string = ''

@description('The certificate of that host name in the Container Apps environment; needed with it.')
param certificateId string = ''

@description('The administrator of the PostgreSQL server.')
param databaseUser string = 'tally'

@description('Their password; letters and digits, so that it can stand in an address.')
@secure()
@minLength(24)
param databasePassword string

@description('What instances derive their keys from, at least 32 characters. A new one makes the pictures of old cards unreadable.')
@secure()
@minLength(32)
param sharedSecret string

@description('What a scraper outside presents to read the figures, at least 16 characters.')
@secure()
@minLength(16)
param metricsToken string

@description('Instances that run at once. Two take over from each other without a pause. 0 sets up all that the program needs and not the program: for the first deployment, while the shares are empty.')
@minValue(0)
@maxValue(4)
param instances int = 2

@description('Days that logs are kept. See deployment/papers/logging.md.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Who is told when something is wrong: a mailbox or the address of a paging service. See deployment/monitoring/README.md.')
param alertEmail string

@description('F0 costs nothing and allows 10,000 messages a month outside Teams; messages in Teams are not counted.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

var tags = { application: 'tally' }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
  tags: tags
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module secrets 'modules/secrets.bicep' = {
  name: 'secrets'
  params: {
    name: name
    location: location
    tags: tags
    identityPrincipalId: identity.properties.principalId
    endpointSubnetId: network.outputs.endpointSubnetId
    zoneId: network.outputs.vaultZoneId
    logsId: logs.id
    databaseUrl: 'postgres://${databaseUser}:${databasePassword}@${database.outputs.host}/tally?sslmode=require'
    sharedSecret: sharedSecret
    metricsToken: metricsToken
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: name
    location: location
    tags: tags
    user: databaseUser
    password: databasePassword
    subnetId: network.outputs.databaseSubnetId
    zoneId: network.outputs.databaseZoneId
    logsId: logs.id
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: name
    location: location
    tags: tags
    endpointSubnetId: network.outputs.endpointSubnetId
    zoneId: network.outputs.fileZoneId
    logsId: logs.id
  }
}

module program 'modules/program.bicep' = if (instances > 0) {
  name: 'program'
  params: {
    name: name
    location: location
    tags: tags
    image: image
    registryName: registryName
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityPrincipalId: identity.properties.principalId
    allowedTenants: allowedTenants
    publicHost: publicHost
    certificateId: certificateId
    instances: instances
    subnetId: network.outputs.programSubnetId
    storageName: storage.outputs.storageName
    vaultUri: secrets.outputs.vaultUri
    logsId: logs.id
  }
}

module bot 'modules/bot.bicep' = if (instances > 0) {
  name: 'bot'
  params: {
    name: name
    tags: tags
    sku: botSku
    identityId: identity.id
    identityClientId: identity.properties.clientId
    host: program!.outputs.host
    logsId: logs.id
  }
}

module alerts 'modules/alerts.bicep' = if (instances > 0) {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    email: alertEmail
    logsId: logs.id
  }
}

@description('MicrosoftAppId of the app package: npm run package -- --app-id …')
output microsoftAppId string = identity.properties.clientId

@description('Where Teams calls; empty while the program is not set up.')
output messagingEndpoint string = instances > 0 ? 'https://${program!.outputs.host}/api/messages' : ''

@description('Into these shares go the extracts and the configuration.')
output storageAccount string = storage.outputs.storageName
