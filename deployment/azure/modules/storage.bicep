// Two file shares: the extracts as they arrive, and the trust's configuration. The program reads both and writes neither.
param name string
param location string
param tags object
param endpointSubnetId string
param zoneId string
param logsId string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}${uniqueString(resourceGroup().id)}'
  location: location
  tags: tags
  sku: { name: 'Standard_ZRS' }
  kind: 'StorageV2'
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    // A file share is mounted with the account's key; nothing else here uses it.
    allowSharedKeyAccess: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
    encryption: { keySource: 'Microsoft.Storage', requireInfrastructureEncryption: true, services: { file: { enabled: true, keyType: 'Account' } } }
  }
}

resource files 'Microsoft.Storage/storageAccounts/fileServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    shareDeleteRetentionPolicy: { enabled: true, days: 14 }
    protocolSettings: { smb: { versions: 'SMB3.1.1;', channelEncryption: 'AES-256-GCM;' } }
  }
}

resource shares 'Microsoft.Storage/storageAccounts/fileServices/shares@2023-05-01' = [for share in ['extracts', 'configuration']: {
  parent: files
  name: share
  properties: { shareQuota: 100, enabledProtocols: 'SMB' }
}]

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: '${name}-files-endpoint'
  location: location
  tags: tags
  properties: {
    subnet: { id: endpointSubnetId }
    privateLinkServiceConnections: [{ name: 'file', properties: { privateLinkServiceId: account.id, groupIds: ['file'] } }]
  }
}

resource endpointName 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-11-01' = {
  parent: endpoint
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: 'file', properties: { privateDnsZoneId: zoneId } }] }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: files
  properties: {
    workspaceId: logsId
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output storageName string = account.name
