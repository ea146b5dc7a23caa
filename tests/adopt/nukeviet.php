<?php
/**
 * What NukeViet's own filter makes of snippets: `php nukeviet.php FOLDER < snippets.json`, where FOLDER has NukeViet's source.
 *
 * The filter is asked as an editor's field is: everything posted goes through `security_post`, an article then through
 * `get_editor` with the tags that a new site allows.
 */

$folder = $argv[1];
require $folder . '/vendor/vinades/nukeviet/Core/Request.php';

$config = file_get_contents($folder . '/install/config.php');
preg_match("/'NV_ALLOWED_HTML_TAGS', '([^']+)'/", $config, $allowed);
preg_match("/\\['version'\\] = '([^']+)'/", $config, $version);

$class = new ReflectionClass(NukeViet\Core\Request::class);
// Its constructor looks at a request; the filter does not.
$request = $class->newInstanceWithoutConstructor();
$disabled = $class->getProperty('disabletags');
$disabled->setAccessible(true);
$disabled->setValue($request, array_diff($disabled->getValue($request), array_map('trim', explode(',', $allowed[1]))));
$editor = $class->getMethod('_get_editor');
$editor->setAccessible(true);

$left = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $snippet) {
    $left[] = $editor->invoke($request, $request->security_post($snippet), $allowed[1]);
}
echo json_encode(['version' => $version[1], 'left' => $left], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
