// One network; what holds data is reached by addresses inside it alone.
param name string
param location string
param tags object

@description('The network and its three parts. Change it where it would meet another of the trust.')
param addressSpace string = '10.20.0.0/22'
param programPrefix string = '10.20.0.0/23'
param databasePrefix string = '10.20.2.0/28'
param endpointPrefix string = '10.20.2.32/27'

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: '${name}-network'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
    subnets: [
      {
        name: 'program'
        properties: {
          addressPrefix: programPrefix
          delegations: [{ name: 'program', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: databasePrefix
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: endpointPrefix
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }
}

var zoneNames = [
  'privatelink.file.${environment().suffixes.storage}'
  'privatelink.vaultcore.azure.net'
  '${name}.private.postgres.database.azure.com'
]

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [for zoneName in zoneNames: {
  name: zoneName
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (zoneName, index) in zoneNames: {
  parent: zones[index]
  name: 'network'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}]

output programSubnetId string = network.properties.subnets[0].id
output databaseSubnetId string = network.properties.subnets[1].id
output endpointSubnetId string = network.properties.subnets[2].id
output fileZoneId string = zones[0].id
output vaultZoneId string = zones[1].id
output databaseZoneId string = zones[2].id
