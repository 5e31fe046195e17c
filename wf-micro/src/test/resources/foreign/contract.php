<?php
// Takes a contract over SOAP from its deployment to its end, as a program with PHP's SoapClient does that knows the WSDL alone.

ini_set('soap.wsdl_cache_enabled', '0');

function port(string $person, string $name): SoapClient {
    static $ports = [];
    return $ports["$person $name"] ??= new SoapClient(getenv('WF_SERVICES') . "$name?wsdl", [
        'login' => $person, 'password' => getenv('WF_PASSWORD'), 'soap_version' => str_contains(getenv('WF_SERVICES'), 'soap12') ? SOAP_1_2 : SOAP_1_1,
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS, 'cache_wsdl' => WSDL_CACHE_NONE,
    ]);
}

function must(bool $holds, string $what): void {
    if (!$holds) {
        fwrite(STDERR, "$what\n");
        exit(1);
    }
}

function item(string $person, string $kind): int {
    $list = port($person, 'WorkItemPort')->listWorkItems(['kind' => $kind, 'businessKey' => getenv('WF_KEY')]);
    return $list->reply->items[0]->id;
}

function submit(string $person, string $opinion, array $variables = []): void {
    port($person, 'WorkItemPort')->submit(['workItemId' => item($person, 'TODO'),
        'request' => ['opinion' => $opinion, 'variables' => $variables]]);
}

$definitions = port('admin', 'DefinitionPort');
$deployed = $definitions->deploy(['request' => ['source' => file_get_contents(getenv('WF_MODEL'))]])->reply;
$definitions->release(['definitionId' => $deployed->definitions[0]->id, 'request' => []]);

$instances = port('zhao', 'InstancePort');
$title = '合同 & <php>';
$instance = $instances->start(['request' => ['definitionKey' => 'contract', 'businessKey' => getenv('WF_KEY'), 'title' => $title]])->reply->instanceId;
submit('zhao', '请审核', [['name' => 'party', 'type' => 'STRING', 'value' => 'ACME'], ['name' => 'amount', 'type' => 'DECIMAL', 'value' => '128000.00']]);

$content = str_repeat(implode('', array_map('chr', range(0, 255))), 40);
$attached = $instances->attach(['instanceId' => $instance,
    'request' => ['name' => '合同.bin', 'contentType' => 'application/x-contract', 'content' => $content]])->reply;
must($instances->getAttachment(['attachmentId' => $attached->id])->reply->content === $content, 'another content');
echo "attachment $attached->size\n";

foreach (['li', 'sun'] as $person) {
    port($person, 'WorkItemPort')->claim(['workItemId' => item($person, 'CLAIMABLE')]);
}
foreach (['li', 'sun', 'qian', 'wang'] as $person) {
    submit($person, '同意');
}

try {
    $instances->getInstance(['instanceId' => 9007199254740991]);
} catch (SoapFault $fault) {
    $problem = $fault->detail->problem;
    echo "fault $problem->code $problem->retryable $problem->message\n";    // PHP leaves the values of a fault as text.
}

$found = $instances->getInstance(['instanceId' => $instance])->reply;
must($found->title === $title && preg_match('/(Z|[+-]\d\d:\d\d)$/', $found->startedAt) === 1, 'title or start are others');
$history = $instances->getHistory(['instanceId' => $instance])->reply->entries;
echo 'history ', implode(' ', array_map(fn ($entry) => $entry->operation, $history)), "\n";
echo "instance $instance $found->state\n";
