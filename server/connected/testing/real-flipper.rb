# Serves the API of the Flipper gem that is installed, from memory, on a free port that it prints.
require 'socket'
require 'stringio'
require 'flipper'
require 'flipper/api'
require 'flipper/adapters/memory'

app = Flipper::Api.app(Flipper.new(Flipper::Adapters::Memory.new))
server = TCPServer.new('127.0.0.1', 0)
puts server.addr[1]
$stdout.flush

loop do
  client = server.accept
  verb, target = client.gets.to_s.split(' ')
  headers = {}
  while (line = client.gets.to_s.chomp) != ''
    name, value = line.split(':', 2)
    headers[name.downcase] = value.to_s.strip
  end
  next client.close if verb.nil?
  body = client.read(headers['content-length'].to_i).to_s
  path, query = target.split('?', 2)
  env = {
    'REQUEST_METHOD' => verb, 'SCRIPT_NAME' => '', 'PATH_INFO' => path, 'QUERY_STRING' => query.to_s,
    'SERVER_NAME' => '127.0.0.1', 'SERVER_PORT' => server.addr[1].to_s, 'SERVER_PROTOCOL' => 'HTTP/1.1',
    'CONTENT_TYPE' => headers['content-type'].to_s, 'CONTENT_LENGTH' => body.bytesize.to_s,
    'rack.url_scheme' => 'http', 'rack.input' => StringIO.new(body.b), 'rack.errors' => $stderr
  }
  begin
    status, answered, parts = app.call(env)
  rescue StandardError
    status, answered, parts = 500, {}, ['{}']
  end
  text = +''
  parts.each { |part| text << part }
  lines = answered.reject { |name, _| name.downcase == 'content-length' }.map { |name, value| "#{name}: #{value}\r\n" }
  client.write("HTTP/1.1 #{status} Answered\r\n#{lines.join}content-length: #{text.bytesize}\r\nconnection: close\r\n\r\n#{text}")
  client.close
end
